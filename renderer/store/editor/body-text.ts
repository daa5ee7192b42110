import { bytesOf } from '#shared/exchange/body.ts';
import { decodeBase64, encodeBase64 } from '#shared/text/base64.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { editedBodyOf } from '#shared/sending/request-bytes.ts';
import { bytesOfHex, hexOf } from './hex-text.ts';

/** As what a body is written: the first three are the same text, the others stand for bytes. */
export const bodyForms = ['json', 'text', 'form', 'base64', 'hex'] as const;
export type BodyForm = (typeof bodyForms)[number];

/** A body as it is being written. */
export type BodyDraft = { readonly form: BodyForm; readonly text: string };

export const isText = (form: BodyForm): boolean => form === 'json' || form === 'text' || form === 'form';

const typeOf = (headers: EditedRequest['headers']): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase() ?? '';

/** As what a body is best written, by its Content-Type, else by how it begins. */
export const bodyDraftOf = ({ headers, body }: Pick<EditedRequest, 'headers' | 'body'>): BodyDraft => {
  if ('base64' in body) return { form: 'base64', text: inLines(body.base64, 76) };
  const type = typeOf(headers);
  if (type.includes('x-www-form-urlencoded')) return { form: 'form', text: body.text };
  const isJson = /[/+]json\b/.test(type) || /^\s*[[{]/.test(body.text) || body.text === '';
  return { form: isJson ? 'json' : 'text', text: body.text };
};

/** The bytes that a body stands for; null where what is written is no base64 or no hex. */
export const bytesOfDraft = ({ form, text }: BodyDraft): Uint8Array | null => {
  if (isText(form)) return bytesOf(text);
  if (form === 'hex') return bytesOfHex(text);
  const decoded = decodeBase64(text.replaceAll(/\s/g, ''));
  return decoded.ok ? decoded.bytes : null;
};

/** The same body, written as something else; null where it cannot be: bytes that are no text, or what cannot be read yet. */
export const asForm = (body: BodyDraft, form: BodyForm): BodyDraft | null => {
  if (isText(body.form) && isText(form)) return { form, text: body.text };
  const bytes = bytesOfDraft(body);
  if (!bytes) return null;
  if (form === 'hex') return { form, text: hexOf(bytes) };
  if (form === 'base64') return { form, text: inLines(encodeBase64(bytes), 76) };
  const edited = editedBodyOf(bytes);
  return 'text' in edited ? { form, text: edited.text } : null;
};

const inLines = (text: string, width: number): string =>
  text.match(new RegExp(`.{1,${String(width)}}`, 'g'))?.join('\n') ?? '';
