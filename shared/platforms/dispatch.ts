import type { Fault } from '#shared/contract/fault.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Author, Content, Utterance } from '#shared/exchange/message.ts';
import type { HeaderLines, RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** A request to be made, exact to the byte: headers as listed, body as given; nothing is added but `Host` and the length when absent. */
export type OutboundRequest = RawRequest & {
  /** Scheme and authority: `http://127.0.0.1:4700`. */
  readonly origin: string;
  /** Seconds until the client gives up. */
  readonly timeLimit: number;
};

/** A message as a platform reads it out of a request or a response, before the harness gives it an id and a place. */
export type SpokenMessage = { readonly author: Author; readonly content: Content };

/** Something that an end of ours has to send, asked for as data: the harness sends it, keeps it and reads what comes back. */
export type Dispatch = {
  readonly request: OutboundRequest;
  /** Which of our ends sends it. */
  readonly end: End;
  /** Whose conversation it belongs to; null for what belongs to nobody's (a health check). */
  readonly userId: string | null;
  /** What it says in the conversation, when its end is the one that tells it. */
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  /** Milliseconds to wait before it is sent, after the one before it was answered. */
  readonly after: number;
  /** Set where it is not sent at all: one sentence why. It is shown in the traffic all the same. */
  readonly withheld?: string;
  /** What `readReply` needs to know of it: `say`, `poll`, `event`; and the platform's own notes, such as the attempt. */
  readonly purpose: string;
  readonly detail: JsonObject;
  /**
   * Where it only tells of words that the bot of the same end has to answer (a notification): whatever became of it, that turn is
   * next, and `deliver` says what the bot's answer makes its end send.
   */
  readonly turn?: Turn;
  /** The rule of the bot or of the app that made its words. The harness writes it; what is sent once more keeps it. */
  readonly rule?: string;
};

/** What came back for a dispatch: a response, or why there is none. */
export type Returned =
  | { readonly ok: true; readonly response: RawResponse }
  | { readonly ok: false; readonly fault: Fault };

/** What an end makes of what came back for something that it sent. */
export type ReplyReading = {
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Sent next, before anything that waits in the same line: a retry, a poll, the event that a reply causes. */
  readonly thenSend: readonly Dispatch[];
};

/** Somebody spoke to an end of ours, and an answer is due: the bot's where `asksBot`, else only what the reply rules say. */
export type Turn = {
  readonly userId: string;
  readonly utterance: Utterance;
  /** Seconds that the other side waits. */
  readonly limit: number;
  readonly asksBot: boolean;
  /** What `deliver` needs to know of the request: version, mode, chat id. */
  readonly detail: JsonObject;
};

/** What an end of ours makes of a request that came in. */
export type Reading = {
  readonly userId: string | null;
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly next:
    /** The reply is known now. */
    | { readonly kind: 'reply'; readonly reply: RawResponse; readonly thenSend: readonly Dispatch[] }
    /** Somebody has to be asked first, and `deliver` makes the reply; with `replyNow` the caller is answered before that. */
    | { readonly kind: 'turn'; readonly turn: Turn; readonly replyNow?: RawResponse };
};

/** What was answered to a turn. `shape` is what a reply rule wants of the HTTP reply; null where no rule matched. */
export type Answer = { readonly contents: readonly Content[]; readonly shape: ReplyShape | null };

/** What a reply rule says of the reply itself: null keeps the platform's own status; `switches` as the platform's `replySwitches` name them. */
export type ReplyShape = {
  readonly status: number | null;
  readonly headers: HeaderLines;
  readonly switches: JsonObject;
};

/** What an end does with the answer to a turn. */
export type Delivery = {
  /** The reply that the caller waits for; not sent where it was answered before (`replyNow`). */
  readonly reply: RawResponse;
  /** What is said in the conversation, when this end is the one that tells it. */
  readonly messages: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
  readonly thenSend: readonly Dispatch[];
};
