import type { Button, Card, Content, QuickReply } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { objectAt, objectsAt, textAt } from './wire.ts';

/** Where there are several, Chatlayer says one of them at random: the first stands for it here. */
const textIn = (template: JsonObject): string => textAt(objectsAt(template, 'textMessages')[0] ?? {}, 'text');

/** A payload without session values is told by its dialog state alone, so that a press can name it. */
const payloadOf = (value: Json | undefined): string => {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return '';
  const state = value['nextDialogstateId'];
  return typeof state === 'string' && objectsAt(value, 'sessionDataToSet').length === 0 ? state : JSON.stringify(value);
};

const buttonOf = (button: JsonObject): readonly Button[] => {
  const url = objectAt(button, 'urlButton');
  const phone = objectAt(button, 'phoneNumberButton');
  const postback = objectAt(button, 'postBackButton');
  if (url['title'] !== undefined)
    return [{ title: textAt(url, 'title'), action: { kind: 'url', url: textAt(url, 'url') } }];
  if (phone['title'] !== undefined)
    return [{ title: textAt(phone, 'title'), action: { kind: 'phone', number: textAt(phone, 'phoneNumber') } }];
  return postback['title'] === undefined
    ? []
    : [{ title: textAt(postback, 'title'), action: { kind: 'postback', payload: payloadOf(postback['payload']) } }];
};

const buttonsOf = (template: JsonObject): readonly Button[] => objectsAt(template, 'buttons').flatMap(buttonOf);

const cardOf = (element: JsonObject, buttons: readonly Button[]): Card => {
  const { subTitle, imageUrl } = element;
  return {
    title: textAt(element, 'title'),
    ...(typeof subTitle === 'string' ? { subtitle: subTitle } : {}),
    ...(typeof imageUrl === 'string' ? { imageUrl } : {}),
    buttons,
  };
};

const replyOf = (reply: JsonObject): QuickReply => {
  const imageUrl = textAt(reply, 'imageUrl');
  return {
    title: textAt(reply, 'title'),
    payload: payloadOf(reply['payload']),
    ...(imageUrl === '' ? {} : { imageUrl }),
  };
};

const mediaOf = (media: JsonObject): Content => {
  const kind = textAt(media, 'type');
  return {
    kind: 'media',
    media: kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file',
    url: textAt(media, 'url'),
  };
};

const readers: Readonly<Record<string, (template: JsonObject) => Content>> = {
  textMessageTemplate: (template) => ({ kind: 'text', text: textIn(template) }),
  buttonTemplate: (template) => ({ kind: 'buttons', text: textIn(template), buttons: buttonsOf(template) }),
  quickReplyTemplate: (template) => ({
    kind: 'quick-replies',
    text: textIn(template),
    replies: objectsAt(template, 'quickReplies').map(replyOf),
  }),
  carouselTemplate: (template) => ({
    kind: 'carousel',
    cards: objectsAt(template, 'elements').map((each) => cardOf(each, buttonsOf(each))),
  }),
  listTemplate: (template) => ({
    kind: 'list',
    cards: objectsAt(template, 'elements').map((each) => cardOf(each, buttonOf(objectAt(each, 'button')))),
    buttons: buttonOf(objectAt(template, 'button')),
  }),
  attachmentTemplate: (template) => mediaOf(objectAt(template, 'media')),
};

/** The names of the templates that `sendMessages` may hold. */
export const templateNames: readonly string[] = Object.keys(readers);

/** A template of `sendMessages` as a person reads it; one that we do not know as the JSON that came. */
export const readTemplate = (template: JsonObject): Content => {
  const name = templateNames.find((each) => isJsonObject(template[each]));
  const reader = name === undefined ? undefined : readers[name];
  return name === undefined || reader === undefined
    ? { kind: 'unknown', label: 'Unknown template', source: writeJson(template) }
    : reader(objectAt(template, name));
};
