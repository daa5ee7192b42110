export const hexLineBytes = 16;
/** Where there is less room. */
export const shortLineBytes = 8;
/** How much is read at once; a whole number of lines. */
export const hexPageBytes = 64 * 1024;

/** A byte in hex; a negative one is not shown. */
export const hexOf = (byte: number): string => (byte < 0 ? '••' : byte.toString(16).padStart(2, '0'));
const letterOf = (byte: number): string =>
  byte < 0 ? '•' : byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : '·';

/** One line of hex: offset, bytes in two groups of eight, and the letters they are in ASCII. Null stands for bytes not read yet, a negative one for one that is not shown. */
export const hexLine = (
  offset: number,
  bytes: Uint8Array | Int16Array | null,
  total: number,
  lineBytes = hexLineBytes,
) => {
  const shown = [...(bytes ?? [])];
  const group = (from: number) =>
    shown
      .slice(from, from + 8)
      .map(hexOf)
      .join(' ')
      .padEnd(23);
  return {
    offset: offset.toString(16).padStart(total > 0xff_ffff ? 8 : 6, '0'),
    hex: lineBytes <= 8 ? group(0) : `${group(0)}  ${group(8)}`,
    letters: shown.map(letterOf).join(''),
  };
};
