import type { Words } from '#renderer/words/words.ts';
import type { Content, FormField } from '#shared/exchange/message.ts';

type FormWords = Words['conversation']['form'];
type FormOf = Extract<Content, { kind: 'form' }>;

/** What each field begins with. */
export const emptyValues = ({ fields }: FormOf): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field.id, field.type === 'yes-no' ? 'no' : '']));

/** Why a field cannot be sent as it is; null where it can. */
const problemOf = ({ type, isRequired }: FormField, value: string, words: FormWords): string | null => {
  if (value.trim() === '') return isRequired ? words.mustNotBeEmpty : null;
  if (type === 'number' && !Number.isFinite(Number(value))) return words.mustBeNumber;
  if (type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return words.mustBeEmail;
  return null;
};

/** What is wrong with a form, by the id of the field; empty when it can be sent. */
export const problemsOf = (
  { fields }: FormOf,
  values: Readonly<Record<string, string>>,
  words: FormWords,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const problem = problemOf(field, values[field.id] ?? '', words);
      return problem === null ? [] : [[field.id, problem]];
    }),
  );
