import { formPairs, type FormPair } from '#shared/exchange/form-pairs.ts';
import { mentionsIn } from '#shared/sending/variables.ts';

/** The fields of an urlencoded form as it is written. */
export const fieldsIn = (text: string): readonly FormPair[] => formPairs(text).pairs;

const encoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

/** Encoded as forms are, but for variables, which are filled in later. */
const encodedAround = (text: string): string => {
  let out = '';
  let at = 0;
  for (const { from, to } of mentionsIn(text)) {
    out += encoded(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return out + encoded(text.slice(at));
};

/** The form with another name or value in one field; how the others are encoded stays as it is. */
export const withField = (text: string, { from, to }: FormPair, name: string, value: string): string =>
  `${text.slice(0, from)}${encodedAround(name)}=${encodedAround(value)}${text.slice(to)}`;

export const withoutField = (text: string, { from, to }: FormPair): string => {
  const before = text.slice(0, from);
  const behind = text.slice(to);
  return behind.startsWith('&') ? before + behind.slice(1) : before.replace(/&$/, '') + behind;
};

/** With an empty field behind the others. */
export const withNewField = (text: string): string => (text === '' || text.endsWith('&') ? `${text}=` : `${text}&=`);
