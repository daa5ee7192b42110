import type { Finding } from '#shared/exchange/finding.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { findingOf } from './facts.ts';

/** What a user did: spoke in some way, or asked for the end of the session, which the platform answers by itself. */
export type Said = { readonly kind: 'utterance'; readonly utterance: Utterance } | { readonly kind: 'closure' };

/** What the `message` of a request says. `error` findings are reasons to refuse it, the others are not. */
export type MessageReading = {
  readonly said: Said | null;
  /** What the conversation shows of it. */
  readonly contents: readonly Content[];
  readonly findings: readonly Finding[];
};

export const nothingSaid = (...findings: readonly Finding[]): MessageReading => ({
  said: null,
  contents: [],
  findings,
});

export const objectAt = (object: JsonObject, name: string): JsonObject =>
  isJsonObject(object[name]) ? object[name] : {};

/** A finding about a body that the platform does not take. */
export const refused = (rule: string, fact: Fact, summary: string, at: string): Finding =>
  findingOf('error', rule, fact, `${summary} The platform end answers 400.`, `body ${at}`);
