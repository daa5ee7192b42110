import { readJsonBody } from '#shared/exchange/json-body.ts';
import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { Json } from '#shared/text/json.ts';
import {
  at,
  eventsOf,
  firstOf,
  objectOf,
  post,
  quickReply,
  response,
  rowsOf,
  same,
  typed,
  userMessage,
} from './conformance-words.ts';
import { facts } from './facts.ts';

const platform = rowsOf('quick-reply', 'platform');
const app = rowsOf('quick-reply-app', 'app');
const on = ['x-quick-reply', 'true'] as const;
const hello: Json = { blocks: [{ type: 'text', value: 'Good day' }] };

/** The platform end makes no message of this response: no event of a bot follows. */
const makesNone =
  (reply: RawResponse): ConformanceRow['test'] =>
  async (probe) => {
    const events = await eventsOf(probe, 'user', typed('hi'), reply);
    return same(
      'the list of authors',
      events.map(({ body }) => at(body, 'entity', 'personType')),
      ['user'],
    );
  };

const botNameAfter =
  (reply: RawResponse, wanted: string): ConformanceRow['test'] =>
  async (probe) => {
    const [, bot] = await eventsOf(probe, 'user', typed('hi'), reply);
    return same('the name of the bot', at(bot?.body, 'refers', 'bot', 'name'), wanted);
  };

const platformRows: readonly ConformanceRow[] = [
  platform('message', facts.quickReply, async (probe) => {
    const [, bot] = await eventsOf(probe, 'user', typed('hi'), quickReply());
    return same('plainText of the bot’s message', at(bot?.body, 'entity', 'plainText'), 'Good day');
  }),
  platform('no-header', facts.quickReply, makesNone(quickReply(hello, []))),
  platform('place', facts.replyPlace, async (probe) => {
    const [user, bot] = await eventsOf(probe, 'user', typed('hi'), quickReply());
    return firstOf(
      same('personType', at(bot?.body, 'entity', 'personType'), 'bot'),
      same('chatId', at(bot?.body, 'entity', 'chatId'), at(user?.body, 'entity', 'chatId')),
    );
  }),
  platform('bot-name', facts.botName, botNameAfter(quickReply(hello, [on, ['x-bot-name', 'Mia']]), 'Mia')),
  platform('channel-name', facts.botName, botNameAfter(quickReply(), 'Larkspur Bank')),
  platform(
    'bot-name-form',
    facts.botNameForm,
    botNameAfter(quickReply(hello, [on, ['x-bot-name', '@mia']]), 'Larkspur Bank'),
  ),
  platform('body', facts.replyBody, async (probe) => {
    const blocks = [
      { type: 'text', value: 'A <b>bold</b> word' },
      { type: 'code', value: 'x < 1' },
      { type: 'bullets', blocks: [{ type: 'text', value: 'one' }] },
    ];
    const [, bot] = await eventsOf(probe, 'user', typed('hi'), quickReply({ blocks }));
    return firstOf(
      same('blocks', at(bot?.body, 'entity', 'blocks'), blocks),
      same('plainText', at(bot?.body, 'entity', 'plainText'), 'A bold word\nx < 1\n• one'),
    );
  }),
  platform('plain-text', facts.replyFields, async (probe) => {
    const buttons = [{ title: 'Open', action: { type: 'web', attributes: { url: 'https://bank.example/' } } }];
    const [, bot] = await eventsOf(probe, 'user', typed('hi'), quickReply({ plainText: 'Good day', buttons }));
    return firstOf(
      same('plainText', at(bot?.body, 'entity', 'plainText'), 'Good day'),
      same('buttons', at(bot?.body, 'entity', 'buttons'), buttons),
    );
  }),
  platform('value-capital', facts.replyErrors, makesNone(quickReply(hello, [['x-quick-reply', 'True']]))),
  platform('value-one', facts.replyErrors, makesNone(quickReply(hello, [['x-quick-reply', '1']]))),
  platform('blocks-empty', facts.replyErrors, makesNone(quickReply({ blocks: [] }))),
  platform('body-empty', facts.replyErrors, makesNone(response(200, '', [on]))),
  platform('body-text', facts.replyErrors, makesNone(response(200, 'Good day', [on]))),
  platform('body-markup', facts.replyErrors, makesNone(quickReply({ blocks: [{ type: 'text', value: '1 < 2' }] }))),
  platform('status', facts.failures, makesNone({ ...quickReply(), status: 500 })),
];

const appRows: readonly ConformanceRow[] = [
  app('answer', facts.quickReply, async (probe) => {
    const reply = await post(probe, userMessage());
    return firstOf(
      same('the status', reply.status, 200),
      same('x-quick-reply', headerValue(reply.headers, 'x-quick-reply'), 'true'),
    );
  }),
  app(
    'switched-off',
    facts.quickReply,
    async (probe) => {
      const reply = await post(probe, userMessage());
      return firstOf(
        same('the status', reply.status, 200),
        same('x-quick-reply', headerValue(reply.headers, 'x-quick-reply'), undefined),
      );
    },
    { settings: { quickReply: false } },
  ),
  app('bot-name', facts.botName, async (probe) =>
    same('x-bot-name', headerValue((await post(probe, userMessage())).headers, 'x-bot-name'), 'Mia'),
  ),
  app(
    'bot-name-left-out',
    facts.botName,
    async (probe) => {
      const reply = await post(probe, userMessage());
      return firstOf(
        same('the status', reply.status, 200),
        same('x-bot-name', headerValue(reply.headers, 'x-bot-name'), undefined),
      );
    },
    { settings: { botName: '' } },
  ),
  app('body', facts.replyBody, async (probe) => {
    const reply = await post(probe, userMessage());
    const { value } = readJsonBody(reply);
    const first = at(value, 'blocks');
    return firstOf(
      same('Content-Type', headerValue(reply.headers, 'content-type'), 'application/json'),
      same('the first block', Array.isArray(first) ? (first[0] as Json) : first, {
        type: 'text',
        value: 'Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you?',
      }),
    );
  }),
  app(
    'button-4',
    facts.buttons,
    async (probe) => {
      const reply = await post(
        probe,
        userMessage({ plainText: 'contact', blocks: [{ type: 'text', value: 'contact' }] }),
      );
      return same('buttons', objectOf(reply)['buttons'], [
        { title: 'Write to us', url: 'https://bank.example/contact' },
      ]);
    },
    { settings: { apiVersion: 'v4' } },
  ),
  app('button-5', facts.buttonType, async (probe) => {
    const reply = await post(
      probe,
      userMessage({ plainText: 'contact', blocks: [{ type: 'text', value: 'contact' }] }),
    );
    const action = { type: 'web', attributes: { url: 'https://bank.example/contact' } };
    return same('buttons', objectOf(reply)['buttons'], [{ title: 'Write to us', action }]);
  }),
];

export const quickReplyRows: readonly ConformanceRow[] = [...platformRows, ...appRows];
