const digits: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const perLine = 16;

/** Bytes as hex, sixteen in a line. */
export const hexOf = (bytes: Uint8Array): string => {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += perLine)
    lines.push(Array.from(bytes.subarray(at, at + perLine), (byte) => digits[byte]).join(' '));
  return lines.join('\n');
};

const valueOf = (code: number): number => {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};
/** A space, a tab or the end of a line. */
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** The bytes of hex, with white space anywhere; null where it is none. One pass: it may be megabytes, and is read while it is written. */
export const bytesOfHex = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(Math.ceil(text.length / 2));
  let count = 0;
  let high = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) continue;
    const value = valueOf(code);
    if (value < 0) return null;
    if (high < 0) high = value;
    else {
      bytes[count] = high * 16 + value;
      count += 1;
      high = -1;
    }
  }
  return high < 0 ? bytes.slice(0, count) : null;
};
