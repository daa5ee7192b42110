import type { Words } from '#renderer/words/words.ts';
import type { CommandBench } from '../commands/command.ts';

/** What kinds of things the palette finds, in the order in which they are listed. */
export const findKinds = [
  'recent',
  'command',
  'channel',
  'environment',
  'conversation',
  'exchange',
  'filter',
  'file',
  'bot',
  'payload',
] as const;
export type FindKind = (typeof findKinds)[number];

/** Something that the palette finds: what it is called, what is said beside it, and what choosing it does. */
export type Find = {
  /** The same thing has the same one at the next visit. */
  readonly id: string;
  readonly kind: Exclude<FindKind, 'recent'>;
  readonly title: string;
  /** Beside the title; it is searched too. */
  readonly detail: string;
  /** Searched and never shown: what else it may be called. */
  readonly also: string;
  /** At the right: the keys of a command, the outcome of an exchange. Not searched. */
  readonly aside: string;
  /** Of something that is on or off. */
  readonly isOn: boolean;
  readonly run: () => unknown;
};

/** Where finds come from: a file for each subject. */
export type FindSource = (bench: CommandBench, words: Words) => readonly Find[];

export const find = (given: Omit<Find, 'detail' | 'also' | 'aside' | 'isOn'> & Partial<Find>): Find => ({
  detail: '',
  also: '',
  aside: '',
  isOn: false,
  ...given,
});
