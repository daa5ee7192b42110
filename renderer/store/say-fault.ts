import type { Words } from '#renderer/words/words.ts';
import type { Fault } from '#shared/contract/fault.ts';

type Sentences = Pick<Fault, 'message' | 'next'>;
type Values = NonNullable<Fault['values']>;

/** Values that are words of ours; any other is a name or a number, and stays as it is. */
const spokenValue = (name: string, value: string | number, { names, translations }: Words): string => {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    end: names.ends,
    voice: names.voices,
    reason: translations?.reasons ?? {},
  };
  return known[name]?.[String(value)] ?? String(value);
};

const filled = (template: string, values: Values, words: Words): string | null => {
  let isWhole = true;
  const text = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) isWhole = false;
    return value === undefined ? '' : spokenValue(name, value, words);
  });
  return isWhole ? text : null;
};

/** A refusal in the language of the screen. One whose values do not fill the sentences speaks for itself, in English. */
export const sayFault = (fault: Fault, words: Words): Sentences => {
  // A newer server may know a code that this page does not.
  const templates: Readonly<Partial<Record<string, Sentences>>> = words.translations?.faults ?? {};
  const template = templates[fault.code];
  const values = fault.values ?? {};
  const message = template ? filled(template.message, values, words) : null;
  const next = template ? filled(template.next, values, words) : null;
  return { message: message ?? fault.message, next: next ?? fault.next };
};

/** What happened and what to do next, as one text. */
export const faultText = (fault: Fault, words: Words): string => {
  const { message, next } = sayFault(fault, words);
  return `${message} ${next}`.trim();
};
