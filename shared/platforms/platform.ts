import type { TObject } from 'typebox';
import type { PlayedEnds } from '#shared/channel/channel.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Author, Content, Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** Time and randomness, handed in: `now` in milliseconds since 1970, `id` a fresh lower-case UUID at each call. */
export type Stamp = { readonly now: number; readonly id: () => string };

/** What every function of a platform is told. `settings` are the channel's, secrets included, already valid by the schema. */
export type PlatformContext = {
  readonly settings: JsonObject;
  readonly stamp: Stamp;
  readonly tokens: TokenCrypto;
};

/** A path that one end answers: `/chatbot/hooks/{botId}`; a name in braces stands for one path segment. */
export type Route = { readonly method: string; readonly path: string };

/** A request to be made, exact to the byte: headers as listed, body as given; nothing is added but `Host` and the length when absent. */
export type OutboundRequest = RawRequest & {
  /** Scheme and authority: `http://127.0.0.1:4700`. */
  readonly origin: string;
  /** Seconds until the client gives up. */
  readonly timeLimit: number;
};

/** A message as a platform reads it out of a request or a response, before the harness gives it an id and a place. */
export type SpokenMessage = { readonly author: Author; readonly content: Content };

/** Whose turn it is: a user spoke to the platform end, and the bot must answer within the platform's limit. */
export type Turn = {
  readonly userId: string;
  readonly utterance: Utterance;
  /** Seconds the real platform waits. */
  readonly limit: number;
};

/** What an end of ours makes of a request that came in. */
export type Reading = {
  readonly userId: string | null;
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Either the reply is known now, or the bot has to be asked first and `deliver` makes the reply. */
  readonly next:
    | { readonly kind: 'reply'; readonly reply: RawResponse }
    | { readonly kind: 'turn'; readonly turn: Turn };
};

/** What the app end makes of the answer to something it sent. */
export type ReplyReading = {
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
};

/** What the platform end does with the bot's answer: the reply that is waiting, and anything to be sent after it. */
export type Delivery = { readonly reply: RawResponse; readonly thenSend: readonly OutboundRequest[] };

/** An example: one request to one end, and what must be read from it. Tests, "Try it" and docs share it. */
export type PlatformExample = {
  readonly title: string;
  readonly end: End;
  readonly request: RawRequest;
  readonly expect: { readonly status: number; readonly verdict: Verdict['state']; readonly body?: unknown };
};

/** A platform is a pure description: bytes to meaning and back. What is not pure is asked for as data. */
export type Platform = {
  readonly id: string;
  readonly name: string;
  /** One sentence for the person who chooses a platform. */
  readonly summary: string;
  /** Titles, descriptions, defaults and `secret: true` marks draw the form. */
  readonly settings: TObject;
  readonly routes: { readonly [end in End]: readonly Route[] };
  /** The channel that a new user finds: both ends ours, every value invented. */
  readonly demo: {
    readonly name: string;
    readonly plays: PlayedEnds;
    readonly settings: JsonObject;
    readonly botId: string;
  };
  /** The user of a new conversation when nobody named one: the channel's own setting, or one such as this platform would give. */
  readonly newUserId: (stamp: Stamp, settings: JsonObject) => string;
  /** App end: the request that carries what the user said. `origin` is our own platform end; null means the real one, whose address is a setting. */
  readonly say: (
    said: {
      readonly userId: string;
      readonly utterance: Utterance;
      readonly origin: string | null;
      readonly isNewSession: boolean;
    },
    context: PlatformContext,
  ) => Promise<OutboundRequest>;
  /** App end: what came back. */
  readonly readReply: (request: RawRequest, response: RawResponse, context: PlatformContext) => ReplyReading;
  /** An end of ours got a request on one of its routes. */
  readonly read: (end: End, request: RawRequest, context: PlatformContext) => Promise<Reading>;
  /** Platform end: the bot's answer to a turn; `timed-out` when nobody answered within its limit. */
  readonly deliver: (turn: Turn, answer: readonly Content[] | 'timed-out', context: PlatformContext) => Delivery;
  /** The reply to a path of this platform that names no channel of ours (an unknown bot). */
  readonly refuseUnknown: (
    request: RawRequest,
    stamp: Stamp,
  ) => { readonly reply: RawResponse; readonly finding: Finding };
  readonly examples: readonly PlatformExample[];
};

/** How often a secret field may be shown: never; `secret: true` in a settings schema marks it. */
export const secretFieldsOf = (settings: TObject): readonly string[] =>
  Object.entries(settings.properties)
    .filter(([, schema]) => 'secret' in schema && schema['secret'] === true)
    .map(([name]) => name);
