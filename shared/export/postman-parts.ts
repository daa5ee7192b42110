import { bytesOf } from '#shared/exchange/body.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { filled, textOf, type PostmanScope } from '#shared/export/postman-scope.ts';

/** The same in each import: nobody compares it. */
const boundary = '----hookbench0000000000';

const escaped = (name: string): string => name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');

/** A multipart form of a collection (RFC 7578). Of a file only its name stands there: its part is empty. */
export const postmanParts = (
  fields: readonly JsonObject[],
  scope: PostmanScope,
): { readonly bytes: Uint8Array; readonly type: string; readonly missingFiles: readonly string[] } => {
  const missingFiles: string[] = [];
  const parts = fields
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value, type, src, contentType }) => {
      const name = escaped(filled(textOf(key), scope));
      const media =
        typeof contentType === 'string' && /^[\x21-\x7e ;="]+$/.test(contentType)
          ? `\r\nContent-Type: ${contentType}`
          : '';
      if (type !== 'file') return `form-data; name="${name}"${media}\r\n\r\n${filled(textOf(value), scope)}`;
      const file = (Array.isArray(src) ? textOf(src[0]) : textOf(src)).replace(/^.*[\\/]/, '') || 'file';
      missingFiles.push(file);
      return `form-data; name="${name}"; filename="${escaped(file)}"${media}\r\n\r\n`;
    });
  const text = `${parts.map((part) => `--${boundary}\r\nContent-Disposition: ${part}\r\n`).join('')}--${boundary}--\r\n`;
  return { bytes: bytesOf(text), type: `multipart/form-data; boundary=${boundary}`, missingFiles };
};
