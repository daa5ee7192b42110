import type { Content } from '#shared/exchange/message.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';
import { readAttachments, utteranceOf } from './read-attachments.ts';
import { nothingSaid, objectAt, refused, type MessageReading } from './message-reading.ts';

/** V1: `message.text` is mandatory, and attachments may go with it. */
export const readMessageV1 = (body: JsonObject): MessageReading => {
  const { text, val, attachments } = objectAt(body, 'message');
  if (typeof text === 'string') return readText(text, readAttachments(attachments));
  if (text !== undefined)
    return nothingSaid(refused('body.text.type', facts.messageText, 'message.text has to be a text.', '/message/text'));
  if (val !== undefined)
    return nothingSaid(
      refused(
        'body.version',
        facts.twoVersions,
        'message.val is the V2 form, but this address is that of V1, which wants message.text.',
        '/message/val',
      ),
    );
  if (body['payload'] !== undefined)
    return nothingSaid(
      refused(
        'body.payload',
        facts.messageText,
        'Everything is inside a payload object; V1 wants message.text at the top.',
        '/payload',
      ),
    );
  return nothingSaid(refused('body.text', facts.messageText, 'message.text is missing.', '/message/text'));
};

const readText = (text: string, { contents, findings }: ReturnType<typeof readAttachments>): MessageReading => {
  const blank = findingOf(
    'warning',
    'body.text.blank',
    facts.messageText,
    'message.text is blank: what the bot makes of it is not known.',
    'body /message/text',
  );
  const said: Content = { kind: 'text', text };
  return {
    said: { kind: 'utterance', utterance: utteranceOf(text, contents) },
    contents: [said, ...contents],
    findings: [...(text.trim() === '' ? [blank] : []), ...findings],
  };
};
