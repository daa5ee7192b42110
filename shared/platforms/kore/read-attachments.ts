import type { Finding } from '#shared/exchange/finding.ts';
import type { Content, Utterance } from '#shared/exchange/message.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';

type Attachments = { readonly contents: readonly Content[]; readonly findings: readonly Finding[] };

/** Plain links in older docs, objects in newer ones: both are taken. An object without url and fileId is a client's empty one, and says nothing. */
export const readAttachments = (value: Json | undefined): Attachments => {
  if (value === undefined || value === null) return { contents: [], findings: [] };
  if (!Array.isArray(value))
    return {
      contents: [],
      findings: [
        findingOf(
          'warning',
          'body.attachments',
          facts.attachments,
          'message.attachments has to be an array; it was left out.',
          'body /message/attachments',
        ),
      ],
    };
  return { contents: value.flatMap(readAttachment), findings: [] };
};

const readAttachment = (attachment: Json): readonly Content[] => {
  if (typeof attachment === 'string') return [{ kind: 'media', media: 'file', url: attachment }];
  if (!isJsonObject(attachment)) return [];
  const { url, fileId, fileType, fileName } = attachment;
  const title = typeof fileName === 'string' ? { title: fileName } : {};
  const media = fileType === 'image' || fileType === 'video' || fileType === 'audio' ? fileType : 'file';
  if (typeof url === 'string') return [{ kind: 'media', media, url, ...title }];
  return typeof fileId === 'string' ? [{ kind: 'unknown', label: 'Uploaded file', source: title.title ?? fileId }] : [];
};

/** What the bot is told of a text that came with attachments: of the first one, with the text as its title; of none, the text. */
export const utteranceOf = (text: string, [first]: readonly Content[]): Utterance => {
  if (first === undefined) return { kind: 'text', text };
  if (first.kind === 'media') return { kind: 'media', media: first.media, url: first.url, title: text };
  return { kind: 'media', media: 'file', url: first.kind === 'unknown' ? first.source : '', title: text };
};
