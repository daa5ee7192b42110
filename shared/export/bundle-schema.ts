import { Type, type Static } from 'typebox';
import { ContentSchema } from '#shared/bot/content-schema.ts';
import { markColours, type MarkColour } from '#shared/exchange/mark.ts';
import { FindingSchema, VerdictSchema } from '#shared/export/verdict-schema.ts';

const exact = { additionalProperties: false };
const Name = Type.String({ maxLength: 5000 });
const Sentence = Type.String({ maxLength: 100_000 });
const Count = Type.Integer({ minimum: 0 });
const ExchangeNumber = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Time = Type.Number({ minimum: 0, maximum: 253_402_300_799_999 });

const Body = Type.Union([
  Type.Object({ text: Type.String({ maxLength: 33_554_432 }) }, exact),
  Type.Object({ base64: Type.String({ maxLength: 44_739_244 }) }, exact),
]);

const Side = {
  httpVersion: Type.String({ maxLength: 20 }),
  headers: Type.Array(Type.Tuple([Type.String({ maxLength: 1000 }), Type.String({ maxLength: 200_000 })]), {
    maxItems: 2000,
  }),
  body: Body,
  isTruncated: Type.Boolean(),
};

const BundledExchange = Type.Object(
  {
    id: ExchangeNumber,
    openedAt: Time,
    direction: Type.Union([Type.Literal('inbound'), Type.Literal('outbound')]),
    channel: Type.Union([Name, Type.Null()]),
    end: Type.Union([Type.Literal('platform'), Type.Literal('app'), Type.Null()]),
    conversationId: Type.Union([Name, Type.Null()]),
    /** Empty where it was no HTTP. */
    method: Type.String({ maxLength: 100 }),
    origin: Type.String({ maxLength: 2000 }),
    target: Type.String({ maxLength: 200_000 }),
    remote: Type.String({ maxLength: 500 }),
    twinId: Type.Union([ExchangeNumber, Type.Null()]),
    traceId: Type.Optional(ExchangeNumber),
    replayOf: Type.Optional(ExchangeNumber),
    outcome: Type.Union([
      Type.Literal('pending'),
      Type.Literal('answered'),
      Type.Literal('aborted'),
      Type.Literal('failed'),
      Type.Literal('malformed'),
    ]),
    /** Why it failed, or what was malformed: what happened, and what to do. */
    reason: Type.Optional(Sentence),
    next: Type.Optional(Sentence),
    duration: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
    defect: Name,
    rule: Type.Optional(Name),
    note: Sentence,
    /** What a person has put on it. */
    mark: Type.Optional(
      Type.Object(
        {
          isPinned: Type.Boolean(),
          colour: Type.Unsafe<MarkColour | null>(
            Type.Union([...markColours.map((each) => Type.Literal(each)), Type.Null()]),
          ),
          note: Type.String({ maxLength: 5000 }),
        },
        exact,
      ),
    ),
    phases: Type.Array(Type.Object({ name: Name, from: Type.Number(), to: Type.Number() }, exact), { maxItems: 100 }),
    findings: Type.Array(FindingSchema, { maxItems: 1000 }),
    verdict: VerdictSchema,
    request: Type.Object(Side, exact),
    response: Type.Union([
      Type.Object({ status: Type.Integer({ minimum: 0, maximum: 999 }), reason: Sentence, ...Side }, exact),
      Type.Null(),
    ]),
  },
  exact,
);
export type BundledExchange = Static<typeof BundledExchange>;

const BundledConversation = Type.Object(
  {
    id: Name,
    channel: Name,
    user: Name,
    startedAt: Time,
    messages: Type.Array(
      Type.Object(
        {
          exchangeId: Count,
          at: Time,
          author: Type.Union([
            Type.Literal('user'),
            Type.Literal('bot'),
            Type.Literal('agent'),
            Type.Literal('channel'),
          ]),
          content: ContentSchema,
        },
        exact,
      ),
      { maxItems: 100_000 },
    ),
  },
  exact,
);
export type BundledConversation = Static<typeof BundledConversation>;

/** The one version of the format that there is. */
export const bundleVersion = 1;

/** What may be shared of a data folder, as one JSON file. Whoever reads one does not trust it. */
export const Bundle = Type.Object(
  {
    format: Type.Literal('hookbench-bundle'),
    version: Type.Literal(bundleVersion),
    madeBy: Name,
    madeAt: Name,
    channels: Type.Array(Type.Object({ name: Name, platform: Name }, exact), { maxItems: 1000 }),
    exchanges: Type.Array(BundledExchange, { maxItems: 10_000 }),
    conversations: Type.Array(BundledConversation, { maxItems: 10_000 }),
    review: Type.Array(
      Type.Object({ placeholder: Name, what: Name, count: Count, places: Type.Array(Name, { maxItems: 100 }) }, exact),
      { maxItems: 100_000 },
    ),
  },
  exact,
);
export type Bundle = Static<typeof Bundle>;
