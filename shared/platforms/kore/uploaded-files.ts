import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { Memory } from '#shared/platforms/memory.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';

/** A file that was uploaded. Its bytes are in the exchange that brought them; here is what a message needs to know of it. */
export type UploadedFile = {
  readonly name: string;
  readonly extension: string;
  readonly context: string;
  readonly size: number;
};

/** Where the memory of a channel keeps a file that was uploaded. */
export const fileKey = (fileId: string): string => `platform/file/${fileId}`;

/** The file of this id that was uploaded to this channel, or null. */
export const uploadedFile = (memory: Pick<Memory, 'get'>, fileId: string): UploadedFile | null => {
  const file = memory.get(fileKey(fileId));
  if (!isJsonObject(file)) return null;
  const text = (name: string): string => (typeof file[name] === 'string' ? file[name] : '');
  return { name: text('name'), extension: text('extension'), context: text('context'), size: Number(file['size']) };
};

/** The contents of a message in which a file that was uploaded has its name instead of its id. */
export const nameUploaded = (contents: readonly Content[], memory: Pick<Memory, 'get'>): readonly Content[] =>
  contents.map((content) => {
    const file = content.kind === 'unknown' ? uploadedFile(memory, content.source) : null;
    return content.kind === 'unknown' && file !== null && file.name !== ''
      ? { ...content, source: file.name }
      : content;
  });

/** What is odd about the files that a message names by their ids. */
export const uploadFindings = (body: Json, memory: Pick<Memory, 'get'>): readonly Finding[] => {
  const message = isJsonObject(body) ? body['message'] : undefined;
  const attachments = isJsonObject(message) ? message['attachments'] : undefined;
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((each: Json, index) => {
    const fileId = isJsonObject(each) ? each['fileId'] : undefined;
    if (typeof fileId !== 'string' || uploadedFile(memory, fileId) !== null) return [];
    return [
      findingOf(
        'warning',
        'body.file',
        facts.uploadKnown,
        'No file was uploaded to this channel under this fileId: upload it first, and take the fileId of that answer.',
        `body /message/attachments/${String(index)}/fileId`,
      ),
    ];
  });
};
