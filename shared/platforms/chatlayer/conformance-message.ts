import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { JsonObject } from '#shared/text/json.ts';
import {
  answerTo,
  firstOf,
  nextBody,
  nextMessage,
  postCurrent,
  rowAt,
  same,
  typeCurrent,
  user,
} from './conformance-request.ts';
import { facts } from './facts.ts';
import { objectAt, objectOf, objectsAt, textAt } from './wire.ts';

const row = rowAt('platform');

const templateOf = (message: JsonObject): JsonObject => objectAt(objectAt(message, 'attachment'), 'payload');

const payloadsIn = (message: JsonObject): readonly string[] =>
  objectsAt(message, 'quick_replies').map((each) => textAt(each, 'payload'));

/** The last message of an answer that ends with an event. */
const afterBalance = async (probe: Probe): Promise<readonly JsonObject[]> => {
  await postCurrent(probe, {
    conversationId: user,
    message: { postbackMessage: { title: 'Everyday account', nextDialogstateId: 'balance.everyday' } },
  });
  return [await nextMessage(probe), await nextMessage(probe), await nextMessage(probe), await nextMessage(probe)];
};

const mediaSaid = async (probe: Probe, media: 'image' | 'video' | 'audio' | 'file'): Promise<JsonObject> => {
  await probe.say('bot', { kind: 'media', media, url: 'https://files.example/a' }, user);
  return nextMessage(probe);
};

const attachment = (type: string): JsonObject => ({
  attachment: { type, payload: { url: 'https://files.example/a' } },
});

/** Every message object of the bot, as it stands on the wire. */
export const messageRows: readonly ConformanceRow[] = [
  row('m.text', facts.text, async (probe) =>
    same('message', await answerTo(probe, 'thanks'), { text: 'You are welcome. Is there anything else?' }),
  ),
  row(
    'm.empty.defect',
    facts.text,
    async (probe) => {
      await typeCurrent(probe, 'thanks');
      const { senderId, message } = await nextBody(probe);
      return firstOf(same('senderId', senderId, user), same('message', message, {}));
    },
    {
      defects: ['callback.empty'],
    },
  ),
  row('m.buttons', facts.buttons, async (probe) => {
    const message = await answerTo(probe, 'balance');
    const template = templateOf(message);
    return firstOf(
      same('attachment.type', objectAt(message, 'attachment')['type'], 'template'),
      same('template_type', template['template_type'], 'button'),
      same('text', template['text'], 'Which account would you like to see?'),
      same(
        'The titles',
        objectsAt(template, 'buttons').map((each) => each['title'] ?? null),
        ['Everyday account', 'Savings account'],
      ),
    );
  }),
  row('m.button-types', facts.buttonTypes, async (probe) => {
    const [call, write, back] = objectsAt(templateOf(await answerTo(probe, 'contact')), 'buttons');
    return firstOf(
      same('The phone button', call, { type: 'phone_number', title: 'Call us', payload: '+44 1632 960000' }),
      same('The link', write, { type: 'web_url', title: 'Write to us', url: 'https://bank.example/contact' }),
      same('The type of the postback', back?.['type'], 'postback'),
      textAt(back ?? {}, 'payload') === '' ? 'The postback has no payload.' : null,
    );
  }),
  row('m.quick-replies', facts.quickReplies, async (probe) => {
    const message = await answerTo(probe, 'hi');
    const [first] = objectsAt(message, 'quick_replies');
    return firstOf(
      same('The keys of the message', Object.keys(message), ['text', 'quick_replies']),
      same('The keys of a reply', Object.keys(first ?? {}), ['content_type', 'title', 'payload']),
      same('content_type', first?.['content_type'], 'text'),
      same('title', first?.['title'], 'Balance'),
    );
  }),
  row('m.carousel', facts.carousel, async (probe) => {
    await answerTo(probe, 'cards');
    const template = templateOf(await nextMessage(probe));
    const elements = objectsAt(template, 'elements');
    const [first] = elements;
    return firstOf(
      same('template_type', template['template_type'], 'generic'),
      same(
        'The titles',
        elements.map((each) => each['title'] ?? null),
        ['Meadow', 'Harbour', 'Summit'],
      ),
      same('subtitle', first?.['subtitle'], 'No yearly fee, for every day'),
      same('default_action', first?.['default_action'], { type: 'web_url', url: 'https://bank.example/cards/meadow' }),
      elements.every((each) => objectsAt(each, 'buttons').length <= 3) ? null : 'A card has more than three buttons.',
    );
  }),
  row('m.list', facts.list, async (probe) => {
    const template = templateOf(await answerTo(probe, 'branches'));
    const elements = objectsAt(template, 'elements');
    return firstOf(
      same('template_type', template['template_type'], 'list'),
      same('The number of elements', elements.length, 2),
      same(
        'The buttons of each',
        elements.map((each) => objectsAt(each, 'buttons').length),
        [1, 1],
      ),
      same('The button below', objectsAt(template, 'buttons')[0]?.['title'], 'All branches'),
    );
  }),
  row('m.media', facts.media, async (probe) =>
    firstOf(
      same('The picture', await mediaSaid(probe, 'image'), attachment('image')),
      same('The film', await mediaSaid(probe, 'video'), attachment('video')),
    ),
  ),
  row('m.other-media', facts.otherMedia, async (probe) =>
    firstOf(
      same('The sound', await mediaSaid(probe, 'audio'), attachment('audio')),
      same('The file', await mediaSaid(probe, 'file'), attachment('file')),
    ),
  ),
  row('m.opaque', facts.opaquePayload, async (probe) => {
    const payloads = payloadsIn(await answerTo(probe, 'hi'));
    return firstOf(
      same('The number of payloads', payloads.length, 4),
      same('Different ones', new Set(payloads).size, 4),
      payloads.every((each) => /^[0-9a-f]{40}$/.test(each))
        ? null
        : `A payload is not 40 hexadecimal digits: ${payloads.join(', ')}.`,
    );
  }),
  row(
    'm.json-payload',
    facts.jsonPayload,
    async (probe) =>
      same('The payload', objectOf(payloadsIn(await answerTo(probe, 'hi'))[0] ?? ''), {
        params: [],
        nextDialogstateId: 'balance',
        type: 'button',
        caption: 'Balance',
      }),
    { settings: { payloads: 'json' } },
  ),
  row(
    'm.json-payload.defect',
    facts.opaquePayload,
    async (probe) =>
      same(
        'nextDialogstateId',
        objectOf(payloadsIn(await answerTo(probe, 'hi'))[0] ?? '')?.['nextDialogstateId'],
        'balance',
      ),
    { defects: ['callback.other-payload'] },
  ),
  row('m.event', facts.event, async (probe) => same('type', (await afterBalance(probe))[3]?.['type'], 'event')),
  row(
    'm.event.defect',
    facts.event,
    async (probe) => {
      await answerTo(probe, 'cards');
      return firstOf(
        same('The type of the second', (await nextMessage(probe))['type'], 'event'),
        same('The third', templateOf(await nextMessage(probe))['template_type'], 'generic'),
      );
    },
    { defects: ['callback.event'] },
  ),
  row('m.event-keys', facts.eventKeys, async (probe) =>
    same('The event', (await afterBalance(probe))[3], {
      type: 'event',
      name: 'Task ended',
      detail: 'Show balance (Fulfilled)',
    }),
  ),
  row('m.no-rich-text', facts.noRichText, async (probe) => {
    const message = await answerTo(probe, 'payments');
    return firstOf(
      same('The keys', Object.keys(message), ['text']),
      same('The second line', textAt(message, 'text').split('\n')[1], 'Date | To or from | Amount'),
    );
  }),
  row('m.no-type-and-config', facts.internalFormat, async (probe) => {
    const messages = [await answerTo(probe, 'hi'), await answerTo(probe, 'balance'), await answerTo(probe, 'thanks')];
    return same(
      'The keys of the messages',
      messages.map((each) => Object.keys(each)),
      [['text', 'quick_replies'], ['attachment'], ['text']],
    );
  }),
];
