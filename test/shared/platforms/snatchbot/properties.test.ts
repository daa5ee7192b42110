import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import { plainText, type Content } from '#shared/exchange/message.ts';
import { jsonResponse } from '#shared/exchange/raw-http.ts';
import { readAnswer } from '#shared/platforms/snatchbot/answer.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import type { Json } from '#shared/text/json.ts';
import { contextOf } from '../platform-context.ts';
import { channel, form, request, secret } from './requests.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a\n::next::\nb', '"quoted" \\ & = + %', '\r\n', 'ünï \u{1f44b}'),
);
const spoken = words.filter((text) => text.trim() !== '');
const json = fc.jsonValue() as fc.Arbitrary<Json>;

const sentFor = async (text: string, settings: Record<string, string>) => {
  const said = { as: 'user', userId: 'u-42', utterance: { kind: 'text', text }, isNewSession: false } as const;
  const context = contextOf(snatchbot, settings);
  const [dispatch] = await snatchbot.say(said, context);
  if (!dispatch) throw new Error('Nothing was sent.');
  return { dispatch, context };
};

describe('what the user says arrives unchanged', () => {
  test.each(['json', 'form'])('through a WebHook as %s', async (webhookEncoding) => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const { dispatch, context } = await sentFor(text, { feature: 'webhook', webhookEncoding });
        const { messages } = await snatchbot.read('app', dispatch.request, context);
        expect(messages).toEqual([{ author: 'channel', content: { kind: 'text', text } }]);
      }),
    );
  });

  // A form in parts has the line breaks of its own around a value, and those of the value as they are.
  test.each(['form', 'multipart', 'json', 'get'])('through the JSON API as %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(spoken, async (text) => {
        const { dispatch, context } = await sentFor(text, { feature: 'json-api', encoding });
        const { messages, findings } = await snatchbot.read('app', dispatch.request, context);
        expect(messages).toEqual([{ author: 'user', content: { kind: 'text', text } }]);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });

  test('through the API channel', async () => {
    await fc.assert(
      fc.asyncProperty(spoken, async (text) => {
        const { dispatch, context } = await sentFor(text, { feature: 'api-channel' });
        const { messages, verdict } = await snatchbot.read('platform', dispatch.request, context);
        expect(messages).toEqual([{ author: 'user', content: { kind: 'text', text } }]);
        expect(verdict.state).toBe('trusted');
      }),
    );
  });
});

const button = fc.record({
  title: spoken,
  action: fc.oneof(
    words.map((payload) => ({ kind: 'postback' as const, payload })),
    fc.webUrl().map((url) => ({ kind: 'url' as const, url })),
    fc.constant({ kind: 'phone' as const, number: '+44 1632 960000' }),
  ),
});
const card = fc.record({ title: spoken, buttons: fc.array(button, { maxLength: 3 }) });
const content: fc.Arbitrary<Content> = fc.oneof(
  spoken.map((text) => ({ kind: 'text' as const, text })),
  fc.record({
    kind: fc.constant('buttons' as const),
    text: words,
    buttons: fc.array(button, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('quick-replies' as const),
    text: words,
    replies: fc.array(fc.record({ title: spoken, payload: words }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('carousel' as const), cards: fc.array(card, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    cards: fc.array(card, { minLength: 1, maxLength: 2 }),
    buttons: fc.array(button, { maxLength: 2 }),
  }),
  fc.webUrl().map((url) => ({ kind: 'media' as const, media: 'image' as const, url })),
  fc.record({ kind: fc.constant('table' as const), columns: fc.constant(['a']), rows: fc.constant([['1']]) }),
);

const asked = request(
  'POST',
  '/snatchbot/json-api/48213',
  form,
  'bot_id=48213&user_id=u&module_id=4200&channel=SMS&incoming_message=x',
);

describe('whatever the bot says', () => {
  test.each(['module', 'suggested'])(
    'the chat shows every title of it, and never the error response (%s)',
    async (postbackAs) => {
      await fc.assert(
        fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 4 }), async (contents) => {
          const context = contextOf(snatchbot, { feature: 'json-api', postbackAs });
          const { next } = await snatchbot.read('app', asked, context);
          if (next.kind !== 'turn') throw new Error('Nobody could answer it.');
          const { reply } = await snatchbot.deliver('app', next.turn, { contents, shape: null }, context);
          const { contents: shown } = readAnswer({ ok: true, response: reply });
          expect(shown).not.toBeNull();
          const seen = (shown ?? []).map(plainText).join('\n');
          for (const each of contents) {
            const titles = each.kind === 'quick-replies' ? each.replies : each.kind === 'buttons' ? each.buttons : [];
            for (const { title } of titles) expect(seen).toContain(title);
          }
        }),
      );
    },
  );
});

describe('whatever comes', () => {
  test('an answer of any JSON is either shown or replaced by the error response, with a reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(json, fc.record({ message: json, cards: json, suggested_replies: json, blocked_input: json })),
        (value) => {
          const { contents, findings } = readAnswer({ ok: true, response: jsonResponse(200, value) });
          expect(contents !== null || findings.some(({ severity }) => severity === 'error')).toBe(true);
          for (const each of findings) expect(each.source).not.toBe('');
        },
      ),
    );
  });

  test.each([
    ['app', '/snatchbot/webhook/48213', 'webhook'],
    ['app', '/snatchbot/json-api/48213', 'json-api'],
    ['platform', `${channel}?user_id=u`, 'api-channel'],
  ] as const)('the %s end reads any body at %s', async (end, target, feature) => {
    const types = [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      'text/plain',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom(...types), json, async (bytes, type, value) => {
        for (const body of [bytes, bytesOf(JSON.stringify(value))]) {
          const context = contextOf(snatchbot, { feature });
          const sent = { method: 'POST', target, headers: [['Content-Type', type] as const], body };
          const { next, findings } = await snatchbot.read(end, sent, context);
          if (next.kind === 'turn') {
            const { reply } = await snatchbot.deliver(
              end,
              next.turn,
              { contents: [{ kind: 'text', text: 'ok' }], shape: null },
              context,
            );
            expect(reply.status).toBe(200);
          }
          for (const each of findings) expect(each.rule).toMatch(/^snatchbot\./);
        }
      }),
    );
  });

  test('no path makes a finding, a check or a verdict name the secret', async () => {
    const near = fc.constantFrom(
      secret,
      secret.toLowerCase(),
      `${secret}%20`,
      `x${secret}`,
      'hookbenchdemo',
      '',
      '%',
      'aps',
    );
    await fc.assert(
      fc.asyncProperty(near, near, near, async (app, aps, user) => {
        const target = `/channels/api/api/id48213/app${app}/aps${aps}?user_id=${user}&secret=${secret}`;
        const context = contextOf(snatchbot, { feature: 'api-channel' });
        const { verdict, findings } = await snatchbot.read(
          'platform',
          request('POST', target, [['X-Key', secret]], '{"message":"hi"}'),
          context,
        );
        expect(verdict.state).toBe(app === 'hookbenchdemo' && aps === secret ? 'trusted' : 'refused');
        expect(JSON.stringify([verdict, findings]).toLowerCase()).not.toContain(secret.toLowerCase());
      }),
    );
  });
});

test('time is written as the sheet has it, whatever the clock says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true }), async (date) => {
      const context = contextOf(snatchbot, { feature: 'webhook' });
      const said = { as: 'user', userId: 'u', utterance: { kind: 'text', text: 'x' }, isNewSession: false } as const;
      const [dispatch] = await snatchbot.say(said, { ...context, stamp: { ...context.stamp, now: date.getTime() } });
      const body = textOf(dispatch?.request.body ?? new Uint8Array()).text;
      expect((JSON.parse(body) as { time: string }).time).toBe(date.toISOString());
    }),
  );
});
