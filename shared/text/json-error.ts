type JsonError = { readonly at: number; readonly problem: string };

/** Sticky patterns without nested repetition: each looks at a character once. */
const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z_$][\w$]*/y;
// oxlint-disable-next-line no-control-regex -- RFC 8259 §7: control characters are what a string must not hold.
const plainCharacters = /[^"\\\u0000-\u001f]+/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

const show = (text: string, at: number): string => {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return /[\p{C}\p{Z}]/u.test(character)
    ? `the character U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character;
};

/** Where a string ends that begins at `at`, or what is wrong inside it. */
const scanString = (text: string, start: number): number | JsonError => {
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    const taken = matchAt(plainCharacters, text, at) ?? matchAt(escape, text, at);
    if (taken === null)
      return {
        at,
        problem:
          character === '\\'
            ? 'this escape is not one that JSON has.'
            : 'a control character or line break stands inside a string.',
      };
    at += taken.length;
  }
  return { at: start, problem: 'this string is never closed.' };
};

const scanScalar = (text: string, at: number): number | JsonError => {
  if (text.charAt(at) === '"') return scanString(text, at);
  const digits = matchAt(number, text, at);
  if (digits !== null) return at + digits.length;
  const name = matchAt(word, text, at);
  if (name === 'true' || name === 'false' || name === 'null') return at + name.length;
  if (name !== null) return { at, problem: 'this word is not a JSON value: texts need double quotes.' };
  if (text.charAt(at) === "'") return { at, problem: 'texts need double quotes, not single ones.' };
  return { at, problem: `a value was expected, not ${show(text, at)}.` };
};

type Expecting = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after';

const endProblem = (expecting: Expecting, open: string): string =>
  open === ''
    ? expecting === 'after'
      ? 'the text ends here.'
      : 'the text ends where a value was expected.'
    : `the text ends before ${open === '{' ? 'an object' : 'an array'} is closed.`;

/** The first place where a text that JSON refuses stops being JSON (RFC 8259). A loop, not recursion: nesting has no limit. */
export const findJsonError = (text: string): JsonError => {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  for (;;) {
    at += matchAt(space, text, at)?.length ?? 0;
    const inside = open.at(-1) ?? '';
    if (at >= text.length) return { at, problem: endProblem(expecting, inside) };
    const character = text.charAt(at);
    const closes = (character === '}' && inside === '{') || (character === ']' && inside === '[');
    if (closes && (expecting === 'after' || expecting === 'first-value' || expecting === 'first-key')) {
      open.pop();
      expecting = 'after';
      at += 1;
    } else if (expecting === 'value' || expecting === 'first-value') {
      if (closes) return { at, problem: 'a value was expected: remove the comma before it.' };
      if (character === '{' || character === '[') {
        open.push(character);
        expecting = character === '{' ? 'first-key' : 'first-value';
        at += 1;
      } else {
        const end = scanScalar(text, at);
        if (typeof end !== 'number') return end;
        at = end;
        expecting = 'after';
      }
    } else if (expecting === 'key' || expecting === 'first-key') {
      if (closes) return { at, problem: 'a name was expected: remove the comma before it.' };
      if (character !== '"') return { at, problem: `a name in double quotes was expected, not ${show(text, at)}.` };
      const end = scanString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expecting = 'colon';
    } else if (expecting === 'colon') {
      if (character !== ':') return { at, problem: `a colon was expected, not ${show(text, at)}.` };
      at += 1;
      expecting = 'value';
    } else if (inside === '') {
      return { at, problem: `nothing more was expected after the value, but ${show(text, at)} follows.` };
    } else if (character === ',') {
      at += 1;
      expecting = inside === '{' ? 'key' : 'value';
    } else {
      return { at, problem: `a comma or ${inside === '{' ? '}' : ']'} was expected, not ${show(text, at)}.` };
    }
  }
};
