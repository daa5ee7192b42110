import { mentionsIn } from '#shared/sending/variables.ts';

/** The text with a number in the place of each variable, just as long: JSON can be read around what is not filled in yet. */
export const blankVariables = (text: string, withVariables: boolean): string => {
  if (!withVariables) return text;
  const mentions = mentionsIn(text);
  if (mentions.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of mentions) {
    pieces.push(text.slice(at, from), '0'.padEnd(to - from));
    at = to;
  }
  return pieces.join('') + text.slice(at);
};

/** Does something with JSON text that leaves its tokens as they are; variables count as one, and are kept. */
export const aroundVariables = (text: string, withVariables: boolean, change: (text: string) => string): string => {
  const mentions = withVariables ? mentionsIn(text) : [];
  if (mentions.length === 0) return change(text);
  // Letters of the private use area: nobody writes them, and no tool of JSON parts them.
  const [open, close] = ['\u{e000}', '\u{e001}'];
  let marked = '';
  let at = 0;
  for (const [index, { from, to }] of mentions.entries()) {
    marked += `${text.slice(at, from)}${open}${String(index)}${close}`;
    at = to;
  }
  const changed = change(marked + text.slice(at));
  return changed.replaceAll(/\u{e000}(\d+)\u{e001}/gu, (_, index: string) => {
    const mention = mentions[Number(index)];
    return mention ? text.slice(mention.from, mention.to) : '';
  });
};
