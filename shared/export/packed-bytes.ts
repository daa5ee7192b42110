/** What bytes hold that cannot be looked into: `packed` may be any text, a `picture` may show a person or what they wrote. */
export type Packed = 'packed' | 'picture';

/** By how files of this kind begin. */
const beginnings: readonly (readonly [Packed, readonly number[]])[] = [
  ['packed', [0x1f, 0x8b, 0x08]],
  ['packed', [0x50, 0x4b, 0x03, 0x04]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['packed', [0x42, 0x5a, 0x68]],
  ['packed', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
];

/** In bytes: what is shorter holds nothing, and words of text read as base64 begin like anything. */
const shortest = 12;

export const packedKind = (bytes: Uint8Array): Packed | null => {
  if (bytes.byteLength < shortest) return null;
  for (const [kind, beginning] of beginnings) if (beginning.every((byte, at) => bytes[at] === byte)) return kind;
  // RFC 1950 §2.2: the method is 8, and both bytes together can be divided by 31.
  const [method = 0, flags = 0] = bytes;
  return method === 0x78 && (method * 256 + flags) % 31 === 0 && isNoText(bytes) ? 'packed' : null;
};

const isNoText = (bytes: Uint8Array): boolean => bytes.some((byte) => byte < 9 || byte > 127);
