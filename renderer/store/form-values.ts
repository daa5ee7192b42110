import type { Content, FormField } from '#shared/exchange/message.ts';

type FormOf = Extract<Content, { kind: 'form' }>;

/** What each field begins with. */
export const emptyValues = ({ fields }: FormOf): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field.id, field.type === 'yes-no' ? 'no' : '']));

/** Why a field cannot be sent as it is; null where it can. */
const problemOf = ({ type, isRequired }: FormField, value: string): string | null => {
  if (value.trim() === '') return isRequired ? 'Must not be empty.' : null;
  if (type === 'number' && !Number.isFinite(Number(value))) return 'Must be a number.';
  if (type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return 'Must be an e-mail address.';
  return null;
};

/** What is wrong with a form, by the id of the field; empty when it can be sent. */
export const problemsOf = (
  { fields }: FormOf,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const problem = problemOf(field, values[field.id] ?? '');
      return problem === null ? [] : [[field.id, problem]];
    }),
  );
