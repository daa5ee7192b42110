/** The five entities that HTML cannot do without. */
const entities: readonly (readonly [character: string, entity: string])[] = [
  ['"', '&quot;'],
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&#39;'],
];

const byCharacter = new Map(entities);
const byEntity = new Map([...entities.map(([character, entity]) => [entity, character] as const), ['&apos;', "'"]]);

const characterOf = (digits: string, base: number): string | null => {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
};

/** The text with the characters that mean something in HTML written as entities. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/["&<>']/g, (character) => byCharacter.get(character) ?? character);

/** The other way of `escapeHtml`, once; numeric references too. What is no known entity stays as it is. */
export const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z]{2,4});/gi, (whole, decimal?: string, hex?: string) => {
    if (decimal !== undefined) return characterOf(decimal, 10) ?? whole;
    if (hex !== undefined) return characterOf(hex, 16) ?? whole;
    return byEntity.get(whole.toLowerCase()) ?? whole;
  });
