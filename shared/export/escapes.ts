/** One sign by its number: as in JSON and programs (`\\u0041`, `\\x41`, `\\u{41}`), and as old pages have it in addresses (`%u0041`). */
const escape = /[\\%]u([\da-f]{4})|\\u\{([\da-f]{1,6})\}|\\x([\da-f]{2})/gi;

/** The text with the signs that are told by their numbers as these signs. */
export const withoutEscapes = (text: string): string =>
  text.replaceAll(escape, (whole, four?: string, any?: string, two?: string) => {
    const code = Number.parseInt(four ?? any ?? two ?? '', 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });

/** The text with everything but letters, digits and the signs of a placeholder told by its number. */
export const withEscapes = (text: string): string =>
  text.replaceAll(/[^\w@.-]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
