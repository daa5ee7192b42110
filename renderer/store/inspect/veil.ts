import { redact } from '#shared/channel/redact.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import type { ByteSource } from './byte-source.ts';
import { credentialsIn } from './credentials.ts';
import type { ShownBody } from './shown-body.ts';

/** What stands for a byte that is not shown. */
export const veiledByte = -1;

/** So much around a slice is looked at: a credential may begin before it. */
const margin = 4096;

/** A body with its credentials masked; what is copied of it as a whole stays as it came. */
export const veiledBody = (shown: ShownBody, known: readonly string[]): ShownBody => {
  const secrets = [...known, ...credentialsIn(shown.text)];
  const text = redact(shown.text, secrets);
  return text === shown.text ? shown : { ...shown, text, json: shown.json && scanJson(text) };
};

/** Bytes in which those of credentials are `veiledByte`. */
export const veiledSource = (source: ByteSource, known: readonly string[]): ByteSource => ({
  total: source.total,
  read: async (from, length) => {
    const before = Math.min(margin, from);
    const bytes = await source.read(from - before, Math.min(source.total - from, length + margin) + before);
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const shown = Int16Array.from(bytes);
    for (const secret of [...known, ...credentialsIn(text)])
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length))
        shown.fill(veiledByte, at, at + secret.length);
    return shown.subarray(before, before + length);
  },
});
