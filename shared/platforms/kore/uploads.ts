import { readForm, type FormFile } from '#shared/exchange/form-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { PathValues } from '#shared/platforms/route.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { facts } from './facts.ts';
import { pollIdOf, sessionIdOf } from './ids.ts';
import { ok, unusable, withTrust, type Served, type Service } from './services-reading.ts';
import { fieldsOf, readFields, type Fields } from './services-fields.ts';
import { fileKey, type UploadedFile } from './uploaded-files.ts';

const tokenKey = (fileToken: string): string => `platform/upload/${fileToken}`;

const keepFile = (file: UploadedFile, { memory, stamp }: PlatformContext): Served => {
  const fileId = sessionIdOf(stamp.id());
  memory.set(fileKey(fileId), file);
  return ok({ fileId, hash: pollIdOf(stamp.id()) });
};

const fileOf = (size: number, { text }: Fields, fallbackName = ''): UploadedFile => ({
  name: text('Filename') || text('filename') || fallbackName,
  extension: text('fileExtension'),
  context: text('fileContext'),
  size,
});

const receiveFile = async (request: RawRequest, context: PlatformContext): Promise<Served> => {
  const form = await readForm(request);
  if (form.problem !== undefined) return unusable('upload.form', facts.uploadFile, form.problem);
  const file = form.files.find((each) => each.field === 'file') ?? null;
  if (!file) return unusable('upload.file', facts.uploadRefused, missingFile('file', form.files));
  const fields = fieldsOf(form.fields);
  const missing = ['fileContext', 'fileExtension', 'Filename'].filter((name) => !fields.has(name));
  if (missing.length > 0)
    return unusable('upload.fields', facts.uploadRefused, `The form has no ${missing.join(' and no ')}.`);
  return keepFile(fileOf(file.bytes.byteLength, fields, file.name), context);
};

/** Names that came are not repeated: they could be anything, also a secret that went into the wrong field. */
const missingFile = (field: string, { length }: readonly FormFile[]): string =>
  `The form has no file named ${field}.${length === 0 ? '' : ' It has one under another name.'}`;

const beginUpload = (values: PathValues, { memory, stamp }: PlatformContext): Served => {
  const channelType = values['channelType'] ?? '';
  if (channelType !== 'ivr' && !channelType.startsWith('ivrInst-'))
    return unusable(
      'upload.channel',
      facts.uploadToken,
      'The address names no webhook channel: it wants ivr, or the id of a webhook instance.',
      'path',
    );
  const fileToken = pollIdOf(stamp.id());
  memory.set(tokenKey(fileToken), { chunks: {} });
  return ok({ fileToken });
};

/** The chunks so far by their number, each with its size; null where the token is not known. */
const chunksOf = (fileToken: string, { memory }: PlatformContext): JsonObject | null => {
  const upload = memory.get(tokenKey(fileToken));
  return isJsonObject(upload) && isJsonObject(upload['chunks']) ? upload['chunks'] : null;
};

const unknownToken = unusable(
  'upload.token',
  facts.uploadGaps,
  'This fileToken is not known: it was never given out, or its file is complete already.',
  'path',
);

const receiveChunk = async (request: RawRequest, values: PathValues, context: PlatformContext): Promise<Served> => {
  const fileToken = values['fileToken'] ?? '';
  const chunks = chunksOf(fileToken, context);
  if (!chunks) return unknownToken;
  const form = await readForm(request);
  if (form.problem !== undefined) return unusable('upload.form', facts.uploadChunk, form.problem);
  const chunk = form.files.find((each) => each.field === 'chunk');
  const { text } = fieldsOf(form.fields);
  if (!chunk) return unusable('upload.chunk', facts.uploadChunk, missingFile('chunk', form.files));
  if (!/^\d{1,4}$/.test(text('chunkNo')))
    return unusable(
      'upload.chunk-no',
      facts.uploadChunk,
      'The form has no chunkNo that is a number of at most four digits.',
    );
  context.memory.set(tokenKey(fileToken), { chunks: { ...chunks, [text('chunkNo')]: chunk.bytes.byteLength } });
  return ok({});
};

const commitUpload = async (request: RawRequest, values: PathValues, context: PlatformContext): Promise<Served> => {
  const fileToken = values['fileToken'] ?? '';
  const chunks = chunksOf(fileToken, context);
  if (!chunks) return unknownToken;
  const fields = await readFields(request);
  if (fields.problem !== null) return unusable('upload.fields', facts.uploadCommit, fields.problem);
  const total = fields.text('totalChunks');
  const came = Object.keys(chunks).length;
  if (came === 0 || total !== String(came)) {
    const named = /^\d{1,6}$/.test(total) ? `totalChunks is ${total}` : 'totalChunks is no number';
    return unusable('upload.gaps', facts.uploadGaps, `${named}, but ${String(came)} came.`);
  }
  context.memory.forget(tokenKey(fileToken));
  const size = Object.values(chunks).reduce((sum: number, each) => sum + Number(each), 0);
  return keepFile(fileOf(size, fields), context);
};

const begin = '/api/attachments/{botId}/{*channelType}/token';
const chunk = `${begin}/{*fileToken}/chunk`;

/** The two ways to bring a file to the platform before a message names it. Their token is that of the channel. */
export const uploadServices: readonly Service[] = [
  {
    route: { method: 'POST', path: '/api/public/uploadfile' },
    read: (request, _values, context) =>
      withTrust('authorization', request, context, () => receiveFile(request, context)),
  },
  {
    route: { method: 'POST', path: begin },
    read: (request, values, context) =>
      withTrust('authorization', request, context, () => beginUpload(values, context)),
  },
  {
    route: { method: 'POST', path: chunk },
    read: (request, values, context) =>
      withTrust('authorization', request, context, () => receiveChunk(request, values, context)),
  },
  {
    route: { method: 'PUT', path: chunk },
    read: (request, values, context) =>
      withTrust('authorization', request, context, () => commitUpload(request, values, context)),
  },
];
