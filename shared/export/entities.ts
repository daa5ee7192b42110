const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text of XML or HTML as it is meant: numbers of characters, and the five names that XML knows (XML 1.0 §4.6). */
export const withoutEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** The text as it stands in XML, also between quotation marks. */
export const withEntities = (text: string): string =>
  Object.entries(named).reduce((escaped, [name, sign]) => escaped.replaceAll(sign, `&${name};`), text);
