import type { Button, Content, Span } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { readMarkup } from './markup.ts';
import { listIn, objectIn, textIn } from './wire.ts';

type Media = Extract<Content, { readonly kind: 'media' }>['media'];

const spansOfText = (value: string): readonly Span[] => {
  const markup = readMarkup(value);
  return markup.ok ? markup.spans : [{ text: value }];
};

/** Nesting costs a stack: deeper bullets are of nobody's making. */
const deepest = 20;

const linesOf = (block: Json, depth: number): readonly (readonly Span[])[] => {
  if (!isJsonObject(block)) return [];
  const value = textIn(block['value']);
  const inner = depth < deepest ? listIn(block['blocks']) : [];
  switch (textIn(block['type'])) {
    case 'text':
      return [spansOfText(value)];
    case 'code':
      return [[{ text: value, isCode: true }]];
    case 'bullets':
      return inner.flatMap((each) => {
        const mark = isJsonObject(each) && each['type'] === 'bullets' ? '' : `${'  '.repeat(depth)}• `;
        return linesOf(each, depth + 1).map((line) => (mark === '' ? line : [{ text: mark }, ...line]));
      });
    default:
      return [[{ text: writeJson(block) }]];
  }
};

/** The words of blocks with their markup, a line each. */
export const spansOfBlocks = (blocks: readonly Json[]): readonly Span[] =>
  blocks.flatMap((each) => linesOf(each, 0)).flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));

const textOfSpans = (spans: readonly Span[]): string => spans.map((each) => each.text).join('');

/** The words of blocks without their markup: `plainText` of a message. */
export const plainTextOfBlocks = (blocks: readonly Json[]): string => textOfSpans(spansOfBlocks(blocks));

const isMarked = (span: Span): boolean =>
  span.isBold === true || span.isItalic === true || span.isCode === true || span.url !== undefined;

const buttonOf = (button: Json): Button | null => {
  if (!isJsonObject(button)) return null;
  const title = textIn(button['title']);
  const action = objectIn(button['action']);
  const attributes = objectIn(action['attributes']);
  const url = textIn(attributes['url']) || textIn(button['url']);
  if (url !== '') return { title, action: { kind: 'url', url } };
  const named = textIn(attributes['name']) || textIn(attributes['key']) || title;
  return { title, action: { kind: 'postback', payload: named } };
};

const mediaOf = (file: JsonObject): Media => {
  const type = (textIn(file['type']) || textIn(file['contentType'])).split('/', 1)[0];
  return type === 'image' || type === 'video' || type === 'audio' ? type : 'file';
};

/** Files are kept at Channel Talk: this is the documented call that says where one is. */
const fileUrl = (file: JsonObject, { chatId }: JsonObject, host: string): string =>
  `${host.replace(/\/$/, '')}/open/v5/user-chats/${encodeURIComponent(textIn(chatId))}/messages/file?key=${encodeURIComponent(textIn(file['key']))}`;

const filesOf = (message: JsonObject, host: string): readonly Content[] =>
  listIn(message['files'])
    .filter(isJsonObject)
    .map((file) => ({
      kind: 'media',
      media: mediaOf(file),
      url: fileUrl(file, message, host),
      ...(textIn(file['name']) === '' ? {} : { title: textIn(file['name']) }),
    }));

const logOf = (log: Json | undefined): readonly Content[] =>
  isJsonObject(log)
    ? [
        {
          kind: 'event',
          name: textIn(log['action']) || 'Note of the system',
          detail: listIn(log['values']).map(textIn).join(', '),
        },
      ]
    : [];

const wordsOf = (spans: readonly Span[], buttons: readonly Button[]): readonly Content[] => {
  const text = textOfSpans(spans);
  const words: readonly Content[] =
    text === '' ? [] : spans.some(isMarked) ? [{ kind: 'text', text, spans }] : [{ kind: 'text', text }];
  if (buttons.length === 0) return words;
  // Buttons have no markup in their text: where there is any, the words are a message of their own.
  return spans.some(isMarked)
    ? [...words, { kind: 'buttons', text: '', buttons }]
    : [{ kind: 'buttons', text, buttons }];
};

/** What a person reads in a message of either version. `host` is where its files can be asked for. */
export const contentsOfMessage = (message: JsonObject, host: string): readonly Content[] => {
  if (message['state'] === 'removed') return [{ kind: 'event', name: 'Message removed', detail: '' }];
  const blocks = listIn(message['blocks']);
  const plain = textIn(message['plainText']);
  const spans = blocks.length > 0 ? spansOfBlocks(blocks) : plain === '' ? [] : [{ text: plain }];
  const buttons = listIn(message['buttons']).flatMap((each) => buttonOf(each) ?? []);
  const others: readonly Content[] = ['webPage', 'form', 'carousel'].flatMap((field) => {
    const value = message[field];
    return value === undefined || value === null ? [] : [{ kind: 'unknown', label: field, source: writeJson(value) }];
  });
  return [...wordsOf(spans, buttons), ...filesOf(message, host), ...others, ...logOf(message['log'])];
};
