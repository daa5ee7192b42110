import { endOfString } from '#shared/export/end-of-string.ts';
import type { Scrubbing } from '#shared/export/scrubbing.ts';

type ScrubField = (value: string, name: string, parent: string, scrubbing: Scrubbing) => string;

/**
 * JSON text, or what was meant to be, with its strings and numbers replaced where they have to be. The rest stays as it was written:
 * white space, duplicate names, numbers of any size. A number that is replaced becomes a string.
 */
export const scrubJson = (text: string, scrubbing: Scrubbing, scrubField: ScrubField): string => {
  const written: string[] = [];
  /** The names of the fields that are open, outermost first; in an array that of the array. */
  const open: string[] = [];
  let name = '';
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = endOfString(text, at);
      const literal = text.slice(at, end);
      const isName = /^\s*:/.test(text.slice(end, end + 100));
      const said = stringOf(literal);
      const after = isName ? scrubName(said, scrubbing) : scrubField(said, name, open.at(-1) ?? '', scrubbing);
      if (isName) name = said;
      written.push(after === said ? literal : JSON.stringify(after));
      at = end;
    } else if (/[-\d]/.test(sign)) {
      const number = /^[-+\d.eE]+/.exec(text.slice(at, at + 400))?.[0] ?? sign;
      const after = number.length < 3 && name === '' ? number : scrubField(number, name, open.at(-1) ?? '', scrubbing);
      written.push(after === number ? number : JSON.stringify(after));
      at += number.length;
    } else {
      if (sign === '{') open.push(name);
      else if (sign === '[') open.push(open.at(-1) ?? '');
      else if (sign === '}' || sign === ']') name = open.pop() ?? '';
      const rest = /^[^"\d\-{}[\]]+/.exec(text.slice(at, at + 4000))?.[0] ?? sign;
      // Words outside of strings are no JSON, but may be anything.
      written.push(
        /[A-Za-z]{5,}|[^\0-\x7f]/.test(rest) && !/^[\s,:]*(?:true|false|null)[\s,:]*$/.test(rest)
          ? scrubbing.placeholders.replaceKnown(rest, scrubbing.place)
          : rest,
      );
      at += rest.length;
    }
  }
  return written.join('');
};

/** The names of fields are those of the platform; only what cannot be one of its words is replaced. */
const scrubName = (name: string, { placeholders, place }: Scrubbing): string =>
  /^[A-Za-z_]{1,12}$/.test(name) ? name : placeholders.replaceKnown(name, place);

const stringOf = (literal: string): string => {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal.replaceAll(/^"|"$/g, '');
  }
};
