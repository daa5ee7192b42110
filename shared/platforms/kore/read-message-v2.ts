import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { closing, connected, onConnect, sessionClosure } from './events.ts';
import { facts, findingOf } from './facts.ts';
import { readFormData } from './forms.ts';
import { readAttachments, utteranceOf } from './read-attachments.ts';
import { nothingSaid, objectAt, refused, type MessageReading } from './message-reading.ts';
import { readContent } from './read-templates.ts';

const uttered = (utterance: Utterance): MessageReading => ({
  said: { kind: 'utterance', utterance },
  contents: [contentOfUtterance(utterance)],
  findings: [],
});

/** V2: `message.type` says what `message.val` is. */
export const readMessageV2 = (body: JsonObject): MessageReading => {
  const message = objectAt(body, 'message');
  const { type, val, text } = message;
  if (val === undefined && text !== undefined)
    return nothingSaid(
      refused(
        'body.version',
        facts.twoVersions,
        'message.text is the V1 form, but this address is that of V2, which wants message.type and message.val.',
        '/message/text',
      ),
    );
  if (val === undefined || val === null)
    return nothingSaid(refused('body.val', facts.messageVal, 'message.val is missing.', '/message/val'));
  switch (typeof type === 'string' ? type : '') {
    case 'text':
      return readText(val, readAttachments(message['attachments']));
    case 'template':
      return withoutAttachments(readTemplate(val), message);
    case 'event':
      return withoutAttachments(readEvent(val), message);
    case 'formData':
      return withoutAttachments(readForm(val), message);
    default:
      return nothingSaid(
        refused(
          'body.type-of-message',
          facts.messageVal,
          'message.type has to be text, template, event or formData, spelt exactly so.',
          '/message/type',
        ),
      );
  }
};

const readText = (val: Json, { contents, findings }: ReturnType<typeof readAttachments>): MessageReading => {
  if (typeof val !== 'string')
    return nothingSaid(
      refused(
        'body.val.type',
        facts.messageVal,
        'message.val has to be a text where message.type is text.',
        '/message/val',
      ),
    );
  const isBlank = val.trim() === '';
  if (isBlank && contents.length > 0)
    return {
      said: null,
      contents,
      findings: [
        refused(
          'body.val.blank',
          facts.blankWithAttachments,
          'message.val is blank, but a message with attachments needs some words.',
          '/message/val',
        ),
      ],
    };
  const blank = findingOf(
    'warning',
    'body.text.blank',
    facts.messageVal,
    'message.val is blank: what the bot makes of it is not known.',
    'body /message/val',
  );
  return {
    said: { kind: 'utterance', utterance: utteranceOf(val, contents) },
    contents: [{ kind: 'text', text: val }, ...contents],
    findings: [...(isBlank ? [blank] : []), ...findings],
  };
};

const readTemplate = (val: Json): MessageReading => {
  const contents = readContent(val);
  return {
    said: { kind: 'utterance', utterance: { kind: 'text', text: contents.map(plainText).join(' ') } },
    contents,
    findings: isJsonObject(val)
      ? []
      : [
          findingOf(
            'warning',
            'body.val.template',
            facts.messageVal,
            'message.val has to be an object where message.type is template. Hookbench reads it all the same.',
            'body /message/val',
          ),
        ],
  };
};

const readEvent = (val: Json): MessageReading => {
  switch (typeof val === 'string' ? val : '') {
    case onConnect:
      return uttered(connected);
    case sessionClosure:
      return { said: { kind: 'closure' }, contents: [contentOfUtterance(closing)], findings: [] };
    default:
      return nothingSaid(
        refused('body.event', facts.events, 'The events of V2 are ON_CONNECT and SESSION_CLOSURE.', '/message/val'),
      );
  }
};

const readForm = (val: Json): MessageReading => {
  const form = readFormData(val);
  return form
    ? uttered(form)
    : nothingSaid(
        refused(
          'body.form',
          facts.formData,
          'message.val has to be an object with formId and data, a list of componentId and input.',
          '/message/val',
        ),
      );
};

const withoutAttachments = (reading: MessageReading, { attachments }: JsonObject): MessageReading =>
  readAttachments(attachments).contents.length === 0
    ? reading
    : {
        ...reading,
        findings: [
          ...reading.findings,
          findingOf(
            'warning',
            'body.attachments.type',
            facts.attachments,
            'Attachments need message.type text; they were left out.',
            'body /message/attachments',
          ),
        ],
      };
