import type { Words } from '#renderer/words/words.ts';
import type { InputIssue } from '#shared/contract/fault.ts';

type Spoken = Pick<Words, 'form' | 'translations'>;

/** What is wrong with an input in the language of the screen; what only a platform knows to say stays English. */
export const sayIssue = ({ message }: Pick<InputIssue, 'message'>, { translations }: Spoken): string => {
  for (const [pattern, say] of translations?.issues ?? []) {
    const found = pattern.exec(message);
    const said = found && say(found[1] ?? '');
    if (said !== null) return said;
  }
  return message;
};

/** The same as a sentence with its place in front, for where no field stands beside it. */
export const issueSentence = (issue: InputIssue, words: Spoken): string =>
  ended(words.form.issueAt(issue.path, sayIssue(issue, words)));

/** With a full stop, unless it has an end already. */
export const ended = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
