import type { Utterance } from '#shared/exchange/message.ts';

/** Says something in the conversation; null where nobody can speak as the user. */
export type Say = ((utterance: Utterance) => void) | null;
