import type { Span } from '#shared/exchange/message.ts';

/** Light markup taken apart, or the first thing that is wrong with it and where (a 0-based index). */
export type Markup =
  | { readonly ok: true; readonly spans: readonly Span[] }
  | { readonly ok: false; readonly problem: string; readonly at: number };

type Open = { readonly name: string; readonly url: string; readonly isManager: boolean };

const tag = /<(\/?)(b|i|link)((?:\s+[a-zA-Z]+="[^"<>]*")*)\s*>/y;
const entities: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
];

const decode = (text: string): string =>
  entities.reduce((all, [entity, character]) => all.replaceAll(entity, character), text);

/** The text with what means something in markup written as entities. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (attributes: string, name: string): string =>
  new RegExp(String.raw`\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

const spanOf = (text: string, open: readonly Open[]): Span => {
  const url = open.findLast((each) => each.name === 'link')?.url ?? '';
  return {
    text: decode(text),
    ...(open.some((each) => each.name === 'b' || each.isManager) ? { isBold: true } : {}),
    ...(open.some((each) => each.name === 'i') ? { isItalic: true } : {}),
    ...(url === '' ? {} : { url }),
  };
};

const openingOf = (name: string, attributes: string): Open => {
  const isManager = name === 'link' && attribute(attributes, 'type') === 'manager';
  return { name, isManager, url: isManager ? '' : decode(attribute(attributes, 'value')) };
};

/** Reads `<b>`, `<i>` and `<link>`. Any other angle bracket is a problem: Channel Talk answers it with 422. */
export const readMarkup = (text: string): Markup => {
  const spans: Span[] = [];
  const open: Open[] = [];
  let from = 0;
  const say = (to: number): void => {
    if (to > from) spans.push(spanOf(text.slice(from, to), open));
  };
  for (let at = text.search(/[<>]/); at >= 0 && at < text.length;) {
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (!found) return { ok: false, at, problem: `the character ${text.charAt(at)} at ${at} begins no markup` };
    const [whole, slash, name = '', attributes = ''] = found;
    say(at);
    if (slash === '/') {
      if (open.at(-1)?.name !== name) return { ok: false, at, problem: `</${name}> at ${at} closes nothing` };
      open.pop();
    } else open.push(openingOf(name, attributes));
    from = at + whole.length;
    const next = text.slice(from).search(/[<>]/);
    if (next < 0) break;
    at = from + next;
  }
  const unclosed = open.at(-1);
  if (unclosed) return { ok: false, at: text.length, problem: `<${unclosed.name}> is never closed` };
  say(text.length);
  return { ok: true, spans };
};

/** The stretches as markup. Code has none in a line: it becomes plain. */
export const writeMarkup = (spans: readonly Span[]): string =>
  spans
    .map(({ text, isBold, isItalic, url }) => {
      const plain = escapeMarkup(text);
      const italic = isItalic === true ? `<i>${plain}</i>` : plain;
      const bold = isBold === true ? `<b>${italic}</b>` : italic;
      return url === undefined || url === '' ? bold : writeLink(url, bold);
    })
    .join('');

/** A link of ready markup. */
export const writeLink = (url: string, inner: string): string =>
  `<link type="url" value="${escapeMarkup(url).replaceAll('"', '&quot;')}">${inner}</link>`;
