const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of base32 in letters of one case, padded or not (RFC 4648 §6); null where they are none. */
export const looseBase32 = (text: string): Uint8Array | null => {
  const signs = text.replace(/=+$/, '').toUpperCase();
  const bytes = new Uint8Array(Math.floor((signs.length * 5) / 8));
  let [bits, held, filled] = [0, 0, 0];
  for (const sign of signs) {
    const value = alphabet.indexOf(sign);
    if (value < 0) return null;
    bits = ((bits << 5) | value) & 0xfff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[filled] = (bits >> held) & 255;
    filled += 1;
  }
  return bytes;
};

/** Without padding. */
export const encodeBase32 = (bytes: Uint8Array): string => {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (held += 8; held >= 5; held -= 5) text += alphabet.charAt((bits >> (held - 5)) & 31);
  }
  return held === 0 ? text : text + alphabet.charAt((bits << (5 - held)) & 31);
};
