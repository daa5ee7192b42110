import type { Words } from '#renderer/words/words.ts';
import { mentionsIn, type Variable } from '#shared/sending/variables.ts';
import type { RequestDraft } from './request-draft.ts';
import { isText } from './body-text.ts';

/** The names of the variables that a request mentions, each once, in the order in which it has them. */
export const variablesIn = ({ url, headers, body }: RequestDraft): readonly string[] => {
  const texts = [url, ...headers.map(({ value }) => value), ...(isText(body.form) ? [body.text] : [])];
  return [...new Set(texts.flatMap((text) => mentionsIn(text).map(({ name }) => name)))];
};

/** What a variable stands for, in the language of the screen. */
export const variableTitle = ({ name, title }: Variable, { titles, setting }: Words['editor']['variables']): string => {
  const known: Readonly<Record<string, string>> = titles;
  if (name.startsWith('setting:')) return setting(name.slice('setting:'.length));
  return known[name] ?? title;
};
