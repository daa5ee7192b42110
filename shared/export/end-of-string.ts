/** Where a string of JSON that starts here is over: behind the closing quotation mark, or at the end of the text. */
export const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
};
