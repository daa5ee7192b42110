import { Type, type Static } from 'typebox';

const exact = { additionalProperties: false };
const Name = Type.String({ maxLength: 5000 });
const Sentence = Type.String({ maxLength: 100_000 });
const Count = Type.Integer({ minimum: 0 });

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

const Check = Type.Object({
  id: Name,
  title: Name,
  result: Type.Union([
    Type.Literal('pass'),
    Type.Literal('warn'),
    Type.Literal('fail'),
    Type.Literal('not-applicable'),
  ]),
  detail: Sentence,
});

const BundledExchange = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    openedAt: Type.Number({ minimum: 0, maximum: 253_402_300_799_999 }),
    direction: Type.Union([Type.Literal('inbound'), Type.Literal('outbound')]),
    channel: Type.Union([Name, Type.Null()]),
    end: Type.Union([Type.Literal('platform'), Type.Literal('app'), Type.Null()]),
    conversationId: Type.Union([Name, Type.Null()]),
    method: Type.String({ minLength: 1, maxLength: 100 }),
    origin: Type.String({ maxLength: 2000 }),
    target: Type.String({ maxLength: 200_000 }),
    remote: Type.String({ maxLength: 500 }),
    twinId: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    outcome: Type.Union([
      Type.Literal('pending'),
      Type.Literal('answered'),
      Type.Literal('aborted'),
      Type.Literal('failed'),
      Type.Literal('malformed'),
    ]),
    duration: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
    defect: Name,
    note: Sentence,
    phases: Type.Array(Type.Object({ name: Name, from: Type.Number(), to: Type.Number() }, exact), { maxItems: 100 }),
    findings: Type.Array(
      Type.Object({
        severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]),
        rule: Name,
        summary: Sentence,
        at: Type.Optional(Sentence),
      }),
      { maxItems: 1000 },
    ),
    verdict: Type.Object({
      state: Type.Union([Type.Literal('trusted'), Type.Literal('refused'), Type.Literal('unchecked')]),
      because: Sentence,
      fix: Type.Optional(Sentence),
      checks: Type.Array(Check, { maxItems: 1000 }),
    }),
    request: Type.Object(Side, exact),
    response: Type.Union([
      Type.Object({ status: Type.Integer({ minimum: 0, maximum: 999 }), reason: Sentence, ...Side }, exact),
      Type.Null(),
    ]),
  },
  exact,
);

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
    conversations: Type.Array(
      Type.Object(
        {
          id: Name,
          channel: Name,
          user: Name,
          startedAt: Type.Number(),
          messages: Type.Array(
            Type.Object(
              {
                exchangeId: Type.Integer({ minimum: 0 }),
                at: Type.Number(),
                author: Type.Union([
                  Type.Literal('user'),
                  Type.Literal('bot'),
                  Type.Literal('agent'),
                  Type.Literal('channel'),
                ]),
                content: Type.Object({ kind: Name }),
              },
              exact,
            ),
            { maxItems: 100_000 },
          ),
        },
        exact,
      ),
      { maxItems: 10_000 },
    ),
    review: Type.Array(
      Type.Object({ placeholder: Name, what: Name, count: Count, places: Type.Array(Name, { maxItems: 100 }) }, exact),
      { maxItems: 100_000 },
    ),
  },
  exact,
);
export type Bundle = Static<typeof Bundle>;
