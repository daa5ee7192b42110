/** A picture by its first bytes, whatever its media type says; 0 where its size does not stand there. */
export type Picture = {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text).every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

const big = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduce((all, byte) => all * 256 + byte, 0);
const little = (bytes: Uint8Array, at: number, length: number): number =>
  bytes.subarray(at, at + length).reduceRight((all, byte) => all * 256 + byte, 0);

/**
 * PNG, JPEG, GIF and WebP: what a browser draws and that can hold no script. SVG is text here. Sizes: PNG (W3C) §11.2.2, GIF89a §18,
 * JPEG (ITU-T T.81) B.2.2, WebP (RFC 9649) §2.
 */
export const pictureOf = (bytes: Uint8Array): Picture | null => {
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n'))
    return { mediaType: 'image/png', width: big(bytes, 16, 4), height: big(bytes, 20, 4) };
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'))
    return { mediaType: 'image/gif', width: little(bytes, 6, 2), height: little(bytes, 8, 2) };
  if (startsWith(bytes, '\u00ff\u00d8\u00ff')) return { mediaType: 'image/jpeg', ...jpegSize(bytes) };
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return { mediaType: 'image/webp', ...webpSize(bytes) };
  return null;
};

type Size = Pick<Picture, 'width' | 'height'>;
const unknown: Size = { width: 0, height: 0 };

/** From marker to marker up to the one that begins a frame. */
const jpegSize = (bytes: Uint8Array): Size => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: big(bytes, at + 7, 2), height: big(bytes, at + 5, 2) };
    at += 2 + Math.max(2, big(bytes, at + 2, 2));
  }
  return unknown;
};

const webpSize = (bytes: Uint8Array): Size => {
  if (startsWith(bytes, 'VP8X', 12)) return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 };
  if (startsWith(bytes, 'VP8L', 12)) {
    const packed = little(bytes, 21, 4);
    return { width: (packed % 0x4000) + 1, height: (Math.floor(packed / 0x4000) % 0x4000) + 1 };
  }
  if (startsWith(bytes, 'VP8 ', 12))
    return { width: little(bytes, 26, 2) % 0x4000, height: little(bytes, 28, 2) % 0x4000 };
  return unknown;
};

/** More pixels than this are not drawn: a small file can make a browser take gigabytes. */
const mostPixels = 60_000_000;

export const isTooLarge = ({ width, height }: Size): boolean => width * height > mostPixels;
