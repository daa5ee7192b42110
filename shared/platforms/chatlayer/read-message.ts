import type { Button, Card, Content } from '#shared/exchange/message.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { facts } from './facts.ts';
import { objectAt, objectsAt, textAt } from './wire.ts';

/** A message object of the bot, as a person reads it. */
export type MessageReading = { readonly content: Content; readonly findings: readonly Finding[] };

const plain = (content: Content): MessageReading => ({ content, findings: [] });

const unknown = (label: string, source: Json, finding: Finding): MessageReading => ({
  content: { kind: 'unknown', label, source: writeJson(source) },
  findings: [finding],
});

/** The docs misspell the type of the phone button, and a table of theirs calls it call: all are read. */
const phoneTypes = ['phone_number', 'phone_numberl', 'call'];

const buttonOf = (button: JsonObject): Button => {
  const title = textAt(button, 'title');
  const type = textAt(button, 'type');
  const payload = button['payload'];
  const text = typeof payload === 'string' ? payload : payload === undefined ? '' : JSON.stringify(payload);
  if (phoneTypes.includes(type)) return { title, action: { kind: 'phone', number: text } };
  if (type === 'web_url' || (type !== 'postback' && textAt(button, 'url') !== ''))
    return { title, action: { kind: 'url', url: textAt(button, 'url') } };
  return { title, action: { kind: 'postback', payload: text } };
};

const buttonsOf = (object: JsonObject): readonly Button[] => objectsAt(object, 'buttons').map(buttonOf);

const cardOf = (element: JsonObject): Card => {
  const url = textAt(objectAt(element, 'default_action'), 'url') || textAt(element, 'item_url');
  const imageUrl = textAt(element, 'image_url');
  const { subtitle } = element;
  return {
    title: textAt(element, 'title'),
    ...(typeof subtitle === 'string' ? { subtitle } : {}),
    ...(imageUrl === '' ? {} : { imageUrl }),
    ...(url === '' ? {} : { url }),
    buttons: buttonsOf(element),
  };
};

const listFindings = (cards: readonly Card[]): readonly Finding[] =>
  cards.length >= 2 && cards.length <= 4
    ? []
    : [
        findingAbout(
          facts.list,
          'warning',
          'chatlayer.message.list',
          `A list has two to four elements; this one has ${cards.length}.`,
          'body /message/attachment/payload/elements',
        ),
      ];

const carouselFindings = (cards: readonly Card[]): readonly Finding[] =>
  cards.every((each) => each.buttons.length <= 3)
    ? []
    : [
        findingAbout(
          facts.carousel,
          'warning',
          'chatlayer.message.carousel',
          'A card of a carousel has at most three buttons; one here has more.',
          'body /message/attachment/payload/elements',
        ),
      ];

const templateOf = (payload: JsonObject): MessageReading | null => {
  const cards = objectsAt(payload, 'elements').map(cardOf);
  switch (textAt(payload, 'template_type')) {
    case 'button':
      return plain({ kind: 'buttons', text: textAt(payload, 'text'), buttons: buttonsOf(payload) });
    case 'generic':
      return { content: { kind: 'carousel', cards }, findings: carouselFindings(cards) };
    case 'list':
      return { content: { kind: 'list', cards, buttons: buttonsOf(payload) }, findings: listFindings(cards) };
    default:
      return null;
  }
};

const mediaKinds = ['image', 'video', 'audio', 'file'] as const;

const attachmentOf = (attachment: JsonObject): MessageReading | null => {
  const payload = objectAt(attachment, 'payload');
  if (attachment['type'] === 'template') return templateOf(payload);
  const media = mediaKinds.find((each) => each === attachment['type']);
  return media === undefined ? null : plain({ kind: 'media', media, url: textAt(payload, 'url') });
};

const quickReplies = (message: JsonObject): Content => ({
  kind: 'quick-replies',
  text: textAt(message, 'text'),
  replies: objectsAt(message, 'quick_replies').map((each) => {
    const isLocation = each['content_type'] === 'location';
    const imageUrl = textAt(each, 'image_url');
    return {
      title: textAt(each, 'title') || (isLocation ? 'Send location' : ''),
      payload: textAt(each, 'payload'),
      ...(imageUrl === '' ? {} : { imageUrl }),
    };
  }),
});

/** An event is meant for the app: its keys are the author's own. */
const eventOf = ({ type: _type, name, ...rest }: JsonObject): Content => {
  const { detail, ...more } = rest;
  const isOurs = typeof detail === 'string' && Object.keys(more).length === 0;
  return {
    kind: 'event',
    name: typeof name === 'string' ? name : 'Event for the app',
    detail: isOurs ? detail : Object.keys(rest).length === 0 ? '' : JSON.stringify(rest),
  };
};

/** Reads a message object of the bot. Refuses nothing: what has no known form is shown as the JSON that came. */
export const readMessage = (message: Json | undefined): MessageReading => {
  if (!isJsonObject(message))
    return unknown(
      'Not a message',
      message ?? null,
      findingAbout(
        facts.text,
        'error',
        'chatlayer.message.missing',
        'message is not an object, so nothing was said.',
        'body /message',
      ),
    );
  if (message['type'] === 'event') return plain(eventOf(message));
  if (isJsonObject(message['config'])) return internal(message);
  const attached = isJsonObject(message['attachment']) ? attachmentOf(message['attachment']) : null;
  if (attached) return attached;
  if (Array.isArray(message['quick_replies'])) return plain(quickReplies(message));
  if (typeof message['text'] === 'string') return plain({ kind: 'text', text: message['text'] });
  return unrecognised(message);
};

const internal = (message: JsonObject): MessageReading =>
  unknown(
    'Message in the form of Chatlayer’s inside',
    message,
    findingAbout(
      facts.internalFormat,
      'warning',
      'chatlayer.message.internal',
      'The message has type and config, as inside Chatlayer and in answers of the API plugin: on this channel it has not.',
      'body /message',
    ),
  );

const unrecognised = (message: JsonObject): MessageReading => {
  const isEmpty = Object.keys(message).length === 0;
  const summary = isEmpty
    ? 'The message is empty: there is nothing to show.'
    : 'The message has neither text nor an attachment that we know: it is shown as it came.';
  return unknown(
    isEmpty ? 'Empty message' : 'Unknown message',
    message,
    findingAbout(
      facts.text,
      'warning',
      isEmpty ? 'chatlayer.message.empty' : 'chatlayer.message.unknown',
      summary,
      'body /message',
    ),
  );
};
