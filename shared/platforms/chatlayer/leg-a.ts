import type { Finding } from '#shared/exchange/finding.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { findingAbout, type Fact } from '#shared/platforms/fact.ts';
import { facts } from './facts.ts';

/** What the platform end reads out of a message of the user. Findings of severity `error` are reasons to refuse it. */
export type LegA = {
  readonly userId: string | null;
  /** What was said to the bot; null where nothing was. */
  readonly utterance: Utterance | null;
  /** What a conversation shows of it. */
  readonly contents: readonly Content[];
  /** What goes into the session of the user. */
  readonly sessionData: JsonObject;
  readonly findings: readonly Finding[];
};

export const nothingRead: LegA = { userId: null, utterance: null, contents: [], sessionData: {}, findings: [] };

/** A reason to answer 400. */
export const unusable = (rule: string, summary: string, at: string, fact: Fact = facts.unusableBody): Finding =>
  findingAbout(
    fact,
    'error',
    `chatlayer.body.${rule}`,
    `${summary} The platform end answers 400.`,
    at === '' ? 'body' : `body ${at}`,
  );

/** A payload of 40 hexadecimal digits that this platform end did not give, or has forgotten. */
export const forgotten = (at: string): Finding =>
  findingAbout(
    facts.opaquePayload,
    'warning',
    'chatlayer.payload.unknown',
    'This looks like an opaque payload, but not like one of this conversation: it is taken as a text. Payloads are forgotten when Hookbench ends.',
    at,
  );
