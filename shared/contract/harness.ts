import { Type, type Static, type TSchema } from 'typebox';
import { PlayedEnds } from '#shared/channel/channel.ts';
import { ReplyRule } from '#shared/channel/reply-rule.ts';
import type { End, Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';
import { BenchSettings } from '#shared/session/state.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** A command: what it takes (checked at the border) and what it returns (ids and pages; truth arrives as events). */
type Command<Input extends TSchema, Output> = { readonly input: Input; readonly output?: Output };

const takes = <Input extends TSchema>(input: Input) => ({
  returns: <Output>(): Command<Input, Output> => ({ input }),
});

const exact = { additionalProperties: false };
const ChannelId = Type.String({ minLength: 1, maxLength: 200 });
/** Holds a user id of 500 characters, each of which may be nine when it is percent-encoded. */
const ConversationId = Type.String({ minLength: 1, maxLength: 5000 });
const ExchangeId = Type.Integer({ minimum: 1 });
const Name = Type.String({ minLength: 1, maxLength: 100 });
const Settings = Type.Record(Type.String(), Type.Unknown());

const Utterance = Type.Union([
  Type.Object({ kind: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 1_000_000 }) }, exact),
  Type.Object({ kind: Type.Literal('press'), title: Type.String(), payload: Type.String() }, exact),
  Type.Object(
    {
      kind: Type.Literal('form'),
      formId: Type.String(),
      title: Type.String(),
      values: Type.Record(Type.String(), Type.String()),
    },
    exact,
  ),
  Type.Object(
    {
      kind: Type.Literal('media'),
      media: Type.Union([Type.Literal('image'), Type.Literal('video'), Type.Literal('audio'), Type.Literal('file')]),
      url: Type.String({ minLength: 1, maxLength: 100_000 }),
      title: Type.Optional(Type.String()),
    },
    exact,
  ),
  Type.Object({ kind: Type.Literal('gesture'), id: Type.String({ minLength: 1 }), title: Type.String() }, exact),
]);

const VoiceName = Type.Union([Type.Literal('user'), Type.Literal('bot'), Type.Literal('agent')]);

type Nothing = Readonly<Record<string, never>>;

/** All that a screen may ask of the harness. */
export const commands = {
  /** Starts the inbound server, or moves it to another port; refuses with `port.taken` and the next free one. */
  startListening: takes(Type.Object({ port: BenchSettings.properties.port }, exact)).returns<{
    readonly url: string;
  }>(),
  stopListening: takes(Type.Object({}, exact)).returns<Nothing>(),
  changeSettings: takes(Type.Partial(BenchSettings, exact)).returns<Nothing>(),
  /** Settings and secrets in one object, as the platform's schema names them; issues come back by JSON Pointer. */
  addChannel: takes(
    Type.Object(
      { platformId: Type.String(), name: Name, plays: PlayedEnds, botId: Type.String(), settings: Settings },
      exact,
    ),
  ).returns<{ readonly channelId: string }>(),
  /** Settings that are left out keep their value; a secret set to '' is forgotten. */
  changeChannel: takes(
    Type.Object(
      {
        channelId: ChannelId,
        name: Type.Optional(Name),
        plays: Type.Optional(PlayedEnds),
        botId: Type.Optional(Type.String()),
        settings: Type.Optional(Settings),
        defects: Type.Optional(Type.Array(Type.String(), { uniqueItems: true, maxItems: 100 })),
        replyRules: Type.Optional(Type.Array(ReplyRule, { maxItems: 200 })),
      },
      exact,
    ),
  ).returns<Nothing>(),
  removeChannel: takes(Type.Object({ channelId: ChannelId }, exact)).returns<Nothing>(),
  /** A new user on a channel; without `userId` the platform invents one. */
  startConversation: takes(
    Type.Object({ channelId: ChannelId, userId: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) }, exact),
  ).returns<{ readonly conversationId: string }>(),
  /** As the user, the bot or an agent, where the channel has that voice: sends what the channel would send. Returns when the exchange is open; what comes back arrives as events. */
  say: takes(
    Type.Object({ conversationId: ConversationId, as: Type.Optional(VoiceName), utterance: Utterance }, exact),
  ).returns<{ readonly exchangeId: number }>(),
  /** The checklist of a channel: what to paste where. Secrets in it are masked. */
  readSetup: takes(Type.Object({ channelId: ChannelId }, exact)).returns<{ readonly steps: readonly SetupStep[] }>(),
  /** One value of the checklist as it is, secrets included: for a person who copies it. */
  revealSetup: takes(Type.Object({ channelId: ChannelId, stepId: Type.String() }, exact)).returns<{
    readonly value: string;
  }>(),
  /** One click on what is wrong with a channel as a whole: unblocks it. */
  applyRemedy: takes(Type.Object({ channelId: ChannelId, remedyId: Type.String() }, exact)).returns<Nothing>(),
  /** Empties what the ends of a channel remember: sessions, poll ids, counters, uploads. */
  forgetMemory: takes(Type.Object({ channelId: ChannelId }, exact)).returns<Nothing>(),
  /** As the bot, by hand: answers a turn that waits. Several texts are several messages. */
  answerTurn: takes(
    Type.Object(
      { exchangeId: ExchangeId, texts: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 20 }) },
      exact,
    ),
  ).returns<Nothing>(),
  readExchange: takes(Type.Object({ id: ExchangeId }, exact)).returns<Exchange>(),
  /** A slice of a body as it was on the wire: `length` bytes from `from`, in base64 (RFC 4648 §4). */
  readBody: takes(
    Type.Object(
      {
        id: ExchangeId,
        part: Type.Union([Type.Literal('request'), Type.Literal('response')]),
        from: Type.Integer({ minimum: 0 }),
        length: Type.Integer({ minimum: 1, maximum: 4 * 1024 * 1024 }),
      },
      exact,
    ),
  ).returns<{ readonly base64: string; readonly total: number }>(),
  /** Newest first, older than `before`; `matching` searches heads and bodies for words. */
  listExchanges: takes(
    Type.Object(
      {
        before: Type.Optional(ExchangeId),
        limit: Type.Integer({ minimum: 1, maximum: 1000 }),
        matching: Type.Optional(Type.String({ maxLength: 1000 })),
      },
      exact,
    ),
  ).returns<{ readonly exchanges: readonly ExchangeSummary[]; readonly hasMore: boolean }>(),
  /** Newest first, older than the message `before`. */
  listMessages: takes(
    Type.Object(
      {
        conversationId: ConversationId,
        before: Type.Optional(Type.String()),
        limit: Type.Integer({ minimum: 1, maximum: 1000 }),
      },
      exact,
    ),
  ).returns<{ readonly messages: readonly Message[]; readonly hasMore: boolean }>(),
  /** How the channel judges a kept request or a pasted text (token, curl, raw HTTP, HAR), also under other circumstances. Nothing is sent. */
  examine: takes(
    Type.Object(
      {
        channelId: ChannelId,
        source: Type.Union([
          Type.Object({ kind: Type.Literal('exchange'), id: ExchangeId }, exact),
          Type.Object({ kind: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 4_000_000 }) }, exact),
        ]),
        whatIf: Type.Optional(
          Type.Object(
            {
              /** Milliseconds since 1970. */
              at: Type.Optional(Type.Number()),
              algorithm: Type.Optional(Type.String({ maxLength: 20 })),
              /** The channel whose secrets are tried. */
              keysOf: Type.Optional(ChannelId),
            },
            exact,
          ),
        ),
      },
      exact,
    ),
  ).returns<{ readonly verdict: Verdict; readonly end: End; readonly notes: readonly string[] }>(),
  /** A new token of the channel; `claims` replace those of the preset. The token is a secret: it is for the person who asked. */
  mintToken: takes(
    Type.Object({ channelId: ChannelId, preset: Type.String(), claims: Type.Optional(Settings) }, exact),
  ).returns<{ readonly token: string; readonly claims: JsonObject; readonly header: readonly [string, string] }>(),
  /** Sends what the user’s "hi" would be on the channel, with this token instead of its own. */
  sendToken: takes(
    Type.Object({ channelId: ChannelId, token: Type.String({ minLength: 1, maxLength: 100_000 }) }, exact),
  ).returns<{ readonly exchangeId: number }>(),
  /** Sends a kept request once more, as it was or with its credential made anew. */
  replay: takes(
    Type.Object({ exchangeId: ExchangeId, how: Type.Union([Type.Literal('as-is'), Type.Literal('re-sign')]) }, exact),
  ).returns<{ readonly exchangeId: number }>(),
  /** Forgets every exchange up to now and the messages that they carried. */
  clearTraffic: takes(Type.Object({}, exact)).returns<Nothing>(),
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<Name extends CommandName> = Static<(typeof commands)[Name]['input']>;
export type CommandOutput<Name extends CommandName> = NonNullable<(typeof commands)[Name]['output']>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

export type Unsubscribe = () => void;

/** The app without a window: every command as a function, and the stream of what is true. */
export type Harness = {
  readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<CommandOutput<Name>>;
} & {
  /**
   * Sends the whole session, or only what changed since `from` when that is still known, then every change as it happens:
   * nothing is left out and nothing comes twice.
   */
  readonly subscribe: (from: Position | null, watch: (frame: WatchFrame) => void) => Unsubscribe;
};
