/** A value as it was written: `text` without its quotes and their escapes. */
export type WrittenValue = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
};

/** A term as it was written, before anyone knows what it means. */
export type Token = {
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
  /** Null: words without a field. */
  readonly field: { readonly name: string; readonly from: number; readonly to: number } | null;
  /** More than one only behind a field. */
  readonly values: readonly WrittenValue[];
};

const space = /\s/;
const fieldBefore = /^([A-Za-z][\w.-]*):(?!\/\/)/;

/** The terms of a query, in order. Refuses nothing: a quotation mark that is not closed reaches to the end. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
};

const tokenAt = (text: string, from: number): Token => {
  const isNegated = text.charAt(from) === '-' && /[^\s-]/.test(text.charAt(from + 1));
  const start = isNegated ? from + 1 : from;
  const name = fieldBefore.exec(text.slice(start))?.[1];
  if (name === undefined) {
    const value = text.charAt(start) === '"' ? quotedAt(text, start) : bareAt(text, start, /\s/);
    return { from, to: value.to, isNegated, field: null, values: [value] };
  }
  const values = valuesAt(text, start + name.length + 1);
  const field = { name, from: start, to: start + name.length };
  return { from, to: values.at(-1)?.to ?? field.to + 1, isNegated, field, values };
};

/** Values with commas between them. Nothing between two commas is a value that is empty. */
const valuesAt = (text: string, from: number): readonly WrittenValue[] => {
  const values: WrittenValue[] = [];
  for (let at = from; ;) {
    const value = valueAt(text, at);
    values.push(value);
    if (text.charAt(value.to) !== ',') return values;
    at = value.to + 1;
  }
};

/** In quotes, or up to the next space or comma; behind the first `=` quotes may open as well. */
const valueAt = (text: string, from: number): WrittenValue => {
  if (text.charAt(from) === '"') return quotedAt(text, from);
  const bare = bareAt(text, from, /[\s,]/);
  const equals = bare.text.indexOf('=');
  if (equals < 0 || text.charAt(from + equals + 1) !== '"') return bare;
  const quoted = quotedAt(text, from + equals + 1);
  return { ...quoted, from, text: bare.text.slice(0, equals + 1) + quoted.text };
};

const bareAt = (text: string, from: number, end: RegExp): WrittenValue => {
  let to = from;
  while (to < text.length && !end.test(text.charAt(to))) to += 1;
  return { text: text.slice(from, to), from, to, isOpen: false };
};

/** `\"` and `\\` stand for the second character; any other backslash is itself, as JSON in a body has many. */
const quotedAt = (text: string, from: number): WrittenValue => {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { text: value, from, to: at + 1, isOpen: false };
    const escaped = character === '\\' ? /^["\\]/.exec(text.charAt(at + 1))?.[0] : undefined;
    value += escaped ?? character;
    if (escaped !== undefined) at += 1;
  }
  return { text: value, from, to: text.length, isOpen: true };
};
