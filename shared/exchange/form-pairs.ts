/** One field of an urlencoded form: decoded, and where it stands in the text (0-based, in UTF-16 units). */
export type FormPair = { readonly name: string; readonly value: string; readonly from: number; readonly to: number };

/** More fields than this are no form that a person looks at. */
const mostPairs = 5000;

const decoded = (text: string): string => new URLSearchParams(`v=${text}`).get('v') ?? '';

/**
 * The fields of `application/x-www-form-urlencoded` (WHATWG URL §5.1) in order, repeated names too, each with its place in the text.
 * `isCut`: there are more of them.
 */
export const formPairs = (text: string): { readonly pairs: readonly FormPair[]; readonly isCut: boolean } => {
  const pairs: FormPair[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('&', from);
    const to = end < 0 ? text.length : end;
    if (to > from) {
      if (pairs.length === mostPairs) return { pairs, isCut: true };
      const mark = text.slice(from, to).indexOf('=');
      const nameEnd = mark < 0 ? to : from + mark;
      pairs.push({
        name: decoded(text.slice(from, nameEnd)),
        value: mark < 0 ? '' : decoded(text.slice(nameEnd + 1, to)),
        from,
        to,
      });
    }
    from = to + 1;
  }
  return { pairs, isCut: false };
};
