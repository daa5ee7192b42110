/** The names that XML knows (XML 1.0 §4.6); only these are written. */
const ofXml: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Signs that HTML names besides and that stand in addresses, numbers and secrets (HTML, 13.5 Named character references). */
const ofHtml: Readonly<Record<string, string>> = {
  ...ofXml,
  commat: '@',
  period: '.',
  plus: '+',
  hyphen: '-',
  dash: '-',
  lowbar: '_',
  sol: '/',
  colon: ':',
  equals: '=',
  num: '#',
  lpar: '(',
  rpar: ')',
  nbsp: ' ',
};

/** A text of XML or HTML as it is meant: signs by their numbers, which HTML takes without a semicolon too, and by their names. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,7});?|#x([\da-f]{1,6});?|([a-z]{2,8});)/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return ofHtml[name.toLowerCase()] ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
          return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;

/** The text as it stands in XML, also between quotation marks. */
export const withEntities = (text: string): string =>
  Object.entries(ofXml).reduce((escaped, [name, sign]) => escaped.replaceAll(sign, `&${name};`), text);
