import { expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import { readQuickReply } from '#shared/platforms/channeltalk/read-quick-reply.ts';
import { rules } from './loopback.ts';

const json = ['Content-Type', 'application/json'] as const;
const hello = '{"blocks":[{"type":"text","value":"Good day"}]}';

const response = (body: string, ...headers: HeaderLines): RawResponse => ({
  status: 200,
  reason: '',
  headers: [json, ...headers],
  body: bytesOf(body),
});
const on = (body: string, value = 'true'): RawResponse => response(body, ['x-quick-reply', value]);

test('the header makes the body a message, in any case of its name', () => {
  const { body, botName, findings } = readQuickReply(response(hello, ['X-Quick-Reply', 'true'], ['X-Bot-Name', 'Mia']));
  expect(body).toEqual({ blocks: [{ type: 'text', value: 'Good day' }] });
  expect(botName).toBe('Mia');
  expect(findings).toEqual([]);
});

test.each([
  ['no header, but a message', response(hello), 'reply.header-missing'],
  ['a header of nearly that name', response(hello, ['quick-reply', 'true']), 'reply.header-name'],
  ['True', on(hello, 'True'), 'reply.header-value'],
  ['1', on(hello, '1'), 'reply.header-value'],
  ['an empty header', on(hello, ''), 'reply.header-value'],
  ['an empty body', on(''), 'reply.body.empty'],
  ['a body that is no JSON', on('Good day'), 'reply.body.json'],
  ['a body that is a list', on('[]'), 'reply.body.object'],
  ['a body of another API', on('{"text":"Good day"}'), 'reply.blocks.missing'],
  ['blocks that are no list', on('{"blocks":"Good day"}'), 'reply.blocks.list'],
  ['empty blocks', on('{"blocks":[]}'), 'reply.blocks.empty'],
  ['a block of no known type', on('{"blocks":[{"type":"image"}]}'), 'reply.block'],
  ['a block without text', on('{"blocks":[{"type":"text"}]}'), 'reply.block'],
  ['an angle bracket', on('{"blocks":[{"type":"text","value":"1 < 2"}]}'), 'reply.markup'],
  ['three buttons', on('{"plainText":"a","buttons":[{},{},{}]}'), 'reply.buttons'],
])('there is no bubble for %s, and a finding of its own says why', (_, sent, rule) => {
  const { body, findings } = readQuickReply(sent);
  expect(body).toBeNull();
  expect(rules(findings)).toEqual([`channeltalk.${rule}`]);
  expect(findings[0]!.summary).toMatch(/^There is no bubble: /);
});

test('an answer that wants to say nothing is no finding', () => {
  expect(readQuickReply({ status: 200, reason: '', headers: [], body: bytesOf('') }).findings).toEqual([]);
  expect(readQuickReply(response('{"ok":true}')).findings).toEqual([]);
});

test('a name with a letter that no bot may have is left out, and one in UTF-8 is read', () => {
  expect(readQuickReply(response(hello, ['x-quick-reply', 'true'], ['x-bot-name', 'a@b']))).toMatchObject({
    botName: null,
    findings: [{ rule: 'channeltalk.reply.bot-name' }],
  });
  const asLatin1 = String.fromCharCode(...bytesOf('미아'));
  expect(readQuickReply(response(hello, ['x-quick-reply', 'true'], ['x-bot-name', asLatin1]))).toMatchObject({
    botName: '미아',
    findings: [{ rule: 'channeltalk.reply.bot-name-utf8' }],
  });
});
