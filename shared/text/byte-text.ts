const chunk = 8192;

/** Bytes as a text of one character each (U+0000 to U+00FF): what is ASCII can be looked for, and what is not stays as it is. */
export const byteText = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return pieces.join('');
};

/** The bytes of such a text. */
export const bytesOfByteText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
