/**
 * Letters that look like one another, each line the Latin one first: Cyrillic, Greek, and digits beside letters. A small part of the
 * Unicode table of confusables (UTS #39 §4), namely what keyboards, word processors and eyes put into a token.
 */
const alike: readonly string[] = [
  'AАΑᎪ',
  'BВΒᏴ',
  'CСϹ',
  'EЕΕ',
  'FϜ',
  'GԌ',
  'HНΗ',
  'IІΙӀl1|Ɩ',
  'JЈ',
  'KКΚ',
  'MМΜ',
  'NΝ',
  'O0ОΟ',
  'PРΡ',
  'QԚ',
  'SЅ',
  'TТΤ',
  'UՍ',
  'VѴ',
  'WԜ',
  'XХΧ',
  'YҮΥУ',
  'ZΖ',
  'aаα',
  'cсϲ',
  'dԁ',
  'eеҽ',
  'gɡց',
  'hһհ',
  'iіιı',
  'jјϳ',
  'kкκ',
  'nոη',
  'oоοօ',
  'pрρ',
  'qԛ',
  'rг',
  'sѕ',
  'uυս',
  'vνѵ',
  'wԝω',
  'xхχ',
  'yуγү',
  'zᴢ',
  '-‐‑‒–—―−﹣',
  "'’‘ʼʹ′`",
  '"“”„″',
  '.․',
  ':׃∶',
  '/⁄∕',
  '_＿',
  '~∼',
];

const latin: ReadonlyMap<string, string> = new Map(
  alike.flatMap((line) => {
    const [first = '', ...rest] = line;
    return rest.map((each) => [each, first] as const);
  }),
);

/** The text as an eye reads it: full-width and other compatible forms (UAX #15), and look-alikes, all as one. */
export const asSeen = (text: string): string =>
  Array.from(text.normalize('NFKC'), (each) => latin.get(each) ?? each).join('');

const scripts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['full-width', /[\u{ff01}-\u{ff5e}]/u],
  ['typographic', /[\u{2010}-\u{2015}\u{2018}-\u{201f}\u{2032}\u{2033}\u{2212}]/u],
];

/** The first character that is none of a keyboard for Latin letters: its place, counted from 1, and what it is. Null where all are. */
export const strangerIn = (text: string): { readonly at: number; readonly what: string } | null => {
  for (const [index, each] of Array.from(text).entries()) {
    if (/^[\x20-\x7e]$/.test(each)) continue;
    return {
      at: index + 1,
      what: scripts.find(([, pattern]) => pattern.test(each))?.[0] ?? 'not of the Latin alphabet',
    };
  }
  return null;
};
