import type { Words } from '#renderer/words/words.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { faultText } from './say-fault.ts';
import { issueSentence } from './say-issue.ts';
import { changeView, type BenchStore } from './store.ts';

/** A text in whatever language the screen speaks when it is shown. */
export type Spoken = (words: Words) => string;

/** What a message offers to do next. */
export type Offer = { readonly title: Spoken; readonly act: () => unknown };

/** The last thing that was done or refused, as the status bar says it. */
export type Told = {
  readonly key: number;
  readonly tone: 'good' | 'bad' | 'note';
  readonly says: Spoken;
  readonly offer: Offer | null;
};

export type Telling = Pick<Told, 'says'> & Partial<Pick<Told, 'tone' | 'offer'>>;
let lastKey = 0;

/** Says something in the status bar, and aloud. It stays until something else is said. Returns its key. */
export const tell = (store: BenchStore, { says, tone = 'good', offer = null }: Telling): number => {
  const key = (lastKey += 1);
  changeView(store, { told: { key, tone, says, offer } });
  return key;
};

/** What was refused, and what to do about it. */
export const tellFault = (store: BenchStore, refused: Fault): void => {
  const issuesIn = (words: Words) => refused.issues?.map((issue) => ` ${issueSentence(issue, words)}`).join('') ?? '';
  tell(store, { tone: 'bad', says: (words) => `${faultText(refused, words)}${issuesIn(words)}` });
};
