import type { Button, Card, Content, QuickReply } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';
import { unescapeHtml } from '#shared/text/html.ts';
import { readFigure } from './read-figures.ts';

/** What one item of `text` says. Strings that hold a template, HTML-escaped or not, become what they describe; nothing is dropped. */
export const readContent = (item: Json): readonly Content[] => {
  if (typeof item === 'string') return readString(item);
  if (isJsonObject(item)) return readEnvelope(item);
  return [unknown('Not a text', item)];
};

const unknown = (label: string, value: Json): Content => ({ kind: 'unknown', label, source: writeJson(value) });

const readString = (text: string): readonly Content[] => {
  const template = text.trimStart().startsWith('{') ? (parsedObject(text) ?? parsedObject(unescapeHtml(text))) : null;
  return template ? readEnvelope(template) : [{ kind: 'text', text }];
};

const parsedObject = (text: string): JsonObject | null => {
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
};

const stringOf = (object: JsonObject, ...names: readonly string[]): string | undefined =>
  names.map((name) => object[name]).find((value) => typeof value === 'string');

const objectsOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((each: Json) => isJsonObject(each)) : [];

const readEnvelope = (envelope: JsonObject): readonly Content[] => {
  const payload = isJsonObject(envelope['payload']) ? envelope['payload'] : {};
  switch (stringOf(envelope, 'type') ?? '') {
    case 'template':
      return (
        readTemplate(payload) ?? [
          unknown(`Template ${stringOf(payload, 'template_type') ?? 'without a type'}`, envelope),
        ]
      );
    case 'image':
      return readMedia('image', payload, envelope);
    case 'message':
      return readMessage(payload, envelope);
    case 'error':
      return readText(payload, envelope);
    default:
      return isJsonObject(envelope['file']) ? readFile(envelope['file'], envelope) : readText(envelope, envelope);
  }
};

const readText = (from: JsonObject, whole: JsonObject): readonly Content[] => {
  const text = stringOf(from, 'text');
  const isOnlyText = from !== whole || Object.keys(whole).every((key) => key === 'text' || key === 'type');
  return [text !== undefined && isOnlyText ? { kind: 'text', text } : unknown('JSON of the bot’s own', whole)];
};

const readMedia = (
  media: 'image' | 'video' | 'audio' | 'file',
  payload: JsonObject,
  whole: JsonObject,
): readonly Content[] => {
  const url = stringOf(payload, 'url', 'videoUrl', 'audioUrl');
  const title = stringOf(payload, 'title', 'text');
  if (url === undefined) return [unknown(`A message of type ${media} without a link`, whole)];
  return [{ kind: 'media', media, url, ...(title ? { title } : {}) }];
};

const readMessage = (payload: JsonObject, whole: JsonObject): readonly Content[] => {
  if (typeof payload['videoUrl'] === 'string') return readMedia('video', payload, whole);
  if (typeof payload['audioUrl'] === 'string') return readMedia('audio', payload, whole);
  return readText(payload, whole);
};

const readFile = (file: JsonObject, whole: JsonObject): readonly Content[] =>
  readMedia('file', isJsonObject(file['payload']) ? file['payload'] : {}, whole);

const readTemplate = (payload: JsonObject): readonly Content[] | null => {
  const text = stringOf(payload, 'text', 'heading') ?? '';
  const type = stringOf(payload, 'template_type') ?? '';
  switch (type) {
    case 'button':
      return [{ kind: 'buttons', text, buttons: objectsOf(payload['buttons']).map(readButton) }];
    case 'quick_replies':
      return [{ kind: 'quick-replies', text, replies: objectsOf(payload['quick_replies']).map(readReply) }];
    case 'dropdown_template':
      return [{ kind: 'quick-replies', text, replies: objectsOf(payload['elements']).map(readReply) }];
    case 'carousel':
      return [{ kind: 'carousel', cards: objectsOf(payload['elements']).map(readCard) }];
    case 'list':
    case 'listView':
      return [
        {
          kind: 'list',
          cards: objectsOf(payload['elements']).map(readCard),
          buttons: objectsOf(payload['buttons']).map(readButton),
        },
      ];
    case 'live_agent':
    case 'SYSTEM':
      return text === '' ? null : [{ kind: 'text', text }];
    default:
      return readFigure(type, payload);
  }
};

const readButton = (button: JsonObject): Button => {
  const title = stringOf(button, 'title', 'name') ?? '';
  const url = stringOf(button, 'url');
  if (url !== undefined && button['type'] !== 'postback')
    return { title, action: url.startsWith('tel:') ? { kind: 'phone', number: url.slice(4) } : { kind: 'url', url } };
  return { title, action: { kind: 'postback', payload: stringOf(button, 'payload', 'value') ?? title } };
};

const readReply = (reply: JsonObject): QuickReply => {
  const title = stringOf(reply, 'title') ?? '';
  const imageUrl = stringOf(reply, 'image_url');
  return {
    title,
    payload: stringOf(reply, 'payload', 'value') ?? title,
    ...(imageUrl === undefined ? {} : { imageUrl }),
  };
};

const readCard = (card: JsonObject): Card => {
  const subtitle = stringOf(card, 'subtitle');
  const imageUrl = stringOf(card, 'image_url');
  const url = isJsonObject(card['default_action']) ? stringOf(card['default_action'], 'url') : undefined;
  return {
    title: stringOf(card, 'title') ?? '',
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(url === undefined ? {} : { url }),
    buttons: objectsOf(card['buttons']).map(readButton),
  };
};
