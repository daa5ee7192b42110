import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { botIdOf, call, serviceRow as row, type Answered, type Sent } from './conformance-calls.ts';
import { bodyOf, firstOf, like, post, same } from './conformance-words.ts';
import { serviceFacts } from './facts-services.ts';

const boundary = 'conformance';
/** A multipart form (RFC 7578); a part with a file name is a file. */
const form = (...parts: readonly (readonly [name: string, value: string, fileName?: string])[]): Sent => {
  const written = parts.map(([name, value, fileName]) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: text/plain`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${written.join('')}--${boundary}--\r\n` };
};

const details = [
  ['fileContext', 'workflows'],
  ['fileExtension', 'txt'],
] as const;
const wholeFile = form(['file', 'hello', 'a.txt'], ...details, ['Filename', 'a.txt']);
const upload = '/api/public/uploadfile';
const id = /^[0-9a-f]{24,}$/;

/** A fileToken of the examined end, and the address of its chunks. */
const begun = async (probe: Probe): Promise<{ readonly token: Answered; readonly chunks: string }> => {
  const begin = `/api/attachments/${botIdOf(probe)}/ivr/token`;
  const token = await call(probe, 'POST', begin);
  const { fileToken } = token.json;
  return { token, chunks: `${begin}/${typeof fileToken === 'string' ? fileToken : 'none'}/chunk` };
};

const commitOf = (totalChunks: number): Sent => ({
  body: { totalChunks, filename: 'a.txt', fileExtension: 'txt', fileContext: 'workflows' },
});

/** Every claim about uploads, with its test. */
export const uploadRows: readonly ConformanceRow[] = [
  row('upload', serviceFacts.uploadFile, async (probe) => {
    const { status, json } = await call(probe, 'POST', upload, wholeFile);
    return firstOf(same('The status', status, 200), like('fileId', json['fileId'], id), like('hash', json['hash'], id));
  }),
  row('upload.refused', serviceFacts.uploadRefused, async (probe) => {
    const noFile = await call(probe, 'POST', upload, form(...details, ['Filename', 'a.txt']));
    const noField = await call(probe, 'POST', upload, form(['file', 'hello', 'a.txt']));
    return firstOf(
      same('The status without the file', noFile.status, 400),
      same('The status without its fields', noField.status, 400),
    );
  }),
  row('upload.known', serviceFacts.uploadKnown, async (probe) => {
    const { json } = await call(probe, 'POST', upload, wholeFile);
    for (const fileId of [json['fileId'] ?? '', 'unknown']) {
      const attachments = [{ fileId, fileType: 'attachment', fileName: 'a.txt' }];
      const body = bodyOf('v2', '', { message: { type: 'text', val: 'look', attachments } });
      const { status } = await post(probe, 'v2', body);
      if (status !== 200) return same('The status', status, 200);
    }
    return null;
  }),
  row('chunks.token', serviceFacts.uploadToken, async (probe) => {
    const { token } = await begun(probe);
    const instance = await call(probe, 'POST', `/api/attachments/${botIdOf(probe)}/ivrInst-1/token`);
    const other = await call(probe, 'POST', `/api/attachments/${botIdOf(probe)}/rtm/token`);
    return firstOf(
      like('fileToken', token.json['fileToken'], id),
      same('The status for an instance', instance.status, 200),
      same('The status for another channel', other.status, 400),
    );
  }),
  row('chunks.chunk', serviceFacts.uploadChunk, async (probe) => {
    const { chunks } = await begun(probe);
    const taken = await call(probe, 'POST', chunks, form(['chunk', 'hello', 'blob'], ['chunkNo', '1']));
    const numberless = await call(probe, 'POST', chunks, form(['chunk', 'hello', 'blob']));
    return firstOf(same('The status', taken.status, 200), same('The status without chunkNo', numberless.status, 400));
  }),
  row('chunks.commit', serviceFacts.uploadCommit, async (probe) => {
    const { chunks } = await begun(probe);
    for (const [index, part] of ['hel', 'lo'].entries())
      await call(probe, 'POST', chunks, form(['chunk', part, 'blob'], ['chunkNo', String(index)]));
    const { status, json } = await call(probe, 'PUT', chunks, commitOf(2));
    return firstOf(same('The status', status, 200), like('fileId', json['fileId'], id));
  }),
  row('chunks.gaps', serviceFacts.uploadGaps, async (probe) => {
    const { chunks } = await begun(probe);
    await call(probe, 'POST', chunks, form(['chunk', 'hello', 'blob'], ['chunkNo', '0']));
    const short = await call(probe, 'PUT', chunks, commitOf(2));
    const unknown = await call(probe, 'PUT', chunks.replace(/token\/.*\/chunk/, 'token/unknown/chunk'), commitOf(1));
    return firstOf(
      same('The status with a chunk missing', short.status, 400),
      same('The status for an unknown fileToken', unknown.status, 400),
    );
  }),
];
