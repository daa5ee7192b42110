import type { Button, Card, Content } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { objectAt, objectsAt, textAt } from './wire.ts';

const payloadOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : isJsonObject(value) ? JSON.stringify(value) : '';

const buttonOf = (button: JsonObject): Button => {
  const title = textAt(button, 'title');
  switch (textAt(button, 'type')) {
    case 'web_url':
      return { title, action: { kind: 'url', url: textAt(button, 'url') } };
    case 'phone_number':
      return { title, action: { kind: 'phone', number: textAt(button, 'payload') } };
    default:
      return { title, action: { kind: 'postback', payload: payloadOf(button['payload']) } };
  }
};

const cardOf = (element: JsonObject): Card => {
  const [subtitle, imageUrl, url] = ['subTitle', 'imageUrl', 'webUrl'].map((name) => textAt(element, name));
  return {
    title: textAt(element, 'title'),
    ...(subtitle ? { subtitle } : {}),
    ...(imageUrl ? { imageUrl } : {}),
    ...(url ? { url } : {}),
    buttons: objectsAt(element, 'buttons').map(buttonOf),
  };
};

/** Messages as they are inside Chatlayer, `type` and `config`: what the web view endpoint takes. One of several texts is chosen; here it is the first. */
export const readInternal = (message: JsonObject): readonly Content[] => {
  const config = objectAt(message, 'config');
  const text = textAt(objectsAt(config, 'textMessages')[0] ?? {}, 'text');
  switch (textAt(message, 'type')) {
    case 'text':
      return [{ kind: 'text', text }];
    case 'buttons':
      return [{ kind: 'buttons', text, buttons: objectsAt(config, 'buttons').map(buttonOf) }];
    case 'quickReplies':
      return [
        {
          kind: 'quick-replies',
          text,
          replies: objectsAt(config, 'quickReplies').map((each) => ({
            title: textAt(each, 'title'),
            payload: payloadOf(each['payload']),
          })),
        },
      ];
    case 'carousel':
      return [{ kind: 'carousel', cards: objectsAt(config, 'elements').map(cardOf) }];
    case 'media': {
      const media = objectAt(config, 'media');
      const kind = textAt(media, 'type');
      return [
        {
          kind: 'media',
          media: kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file',
          url: textAt(media, 'url'),
        },
      ];
    }
    default:
      return [{ kind: 'unknown', label: 'Unknown message', source: writeJson(message) }];
  }
};
