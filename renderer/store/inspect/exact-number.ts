/** A number of JSON without what does not count: digits without zeros at either end, and how many times ten. */
const normal = (source: string): string => {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source);
  if (!found) return source;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === ''
    ? '0'
    : `${sign}${kept}e${String(Number(exponent) - fraction.length + digits.length - kept.length)}`;
};

/** What most parsers make of a number (IEEE 754 binary64, RFC 8259 §6), where that is another one; null where it is the same. */
export const otherNumber = (source: string): string | null => {
  // Fifteen digits and no exponent are always exact enough.
  if (source.length <= 15 && !/e/i.test(source)) return null;
  const parsed = String(Number(source));
  return normal(parsed) === normal(source) ? null : parsed;
};
