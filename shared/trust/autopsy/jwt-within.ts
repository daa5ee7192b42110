/** How the JSON of a header begins in base64: a brace, and a quote or white space behind it. */
const beginning = /ey[JA]|ew[0ok]/;
const leastHeader = 10;
const mostParts = 5;

/**
 * Something that looks like a token inside a longer text, or undefined. Takes time in proportion to the text, whatever it holds: a body may
 * be long, and may have been made to keep us busy.
 */
export const tokenWithin = (text: string): string | undefined => {
  for (const [run] of text.matchAll(/[\w+/=.-]+/g)) {
    if (!run.includes('.')) continue;
    const parts = run.split('.');
    const at = parts.findIndex((part, index) => index < parts.length - 1 && headerIn(part) !== null);
    if (at >= 0) return [headerIn(parts[at] ?? '') ?? '', ...parts.slice(at + 1, at + mostParts)].join('.');
  }
  return undefined;
};

const headerIn = (part: string): string | null => {
  const start = part.search(beginning);
  return start >= 0 && part.length - start >= leastHeader ? part.slice(start) : null;
};
