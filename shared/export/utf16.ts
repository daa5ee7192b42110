/** A text in UTF-16, as Windows has it, and how it was written. */
export type Utf16 = { readonly text: string; readonly isLittleEndian: boolean };

/** Bytes as UTF-16 without a doubt: of nearly every two one is zero, and always the same one. */
export const utf16In = (bytes: Uint8Array): Utf16 | null => {
  if (bytes.byteLength < 8 || bytes.byteLength % 2 !== 0) return null;
  const units = bytes.byteLength / 2;
  const zeros = [0, 1].map((from) => bytes.filter((byte, at) => at % 2 === from && byte === 0).length);
  const isLittleEndian = (zeros[1] ?? 0) > (zeros[0] ?? 0);
  if ((zeros[isLittleEndian ? 1 : 0] ?? 0) < units / 2) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = Array.from({ length: units }, (_none, at) =>
    String.fromCharCode(view.getUint16(at * 2, isLittleEndian)),
  ).join('');
  return { text, isLittleEndian };
};

/** A text as it was written before. */
export const inUtf16 = (text: string, { isLittleEndian }: Utf16): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return bytes;
};
