import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import type { Content } from '#shared/exchange/message.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { contextOf } from '../platform-context.ts';
import { secret } from './requests.ts';

const settingsOf = (settings: JsonObject): JsonObject => contextOf(snatchbot, settings).settings;
const features = ['webhook', 'json-api', 'api-channel'] as const;

describe('the settings', () => {
  test.each([snatchbot.demo.settings, ...snatchbot.modes.map(({ settings }) => settingsOf(settings))])(
    'of the demo and its modes are valid: %j',
    (settings) => {
      expect([...Value.Errors(snatchbot.settings, settings)]).toEqual([]);
    },
  );

  test('hold one secret, and whatever the sheet only infers is marked', () => {
    expect(secretFieldsOf(snatchbot.settings)).toEqual(['appSecret']);
    const assumed = Object.entries(snatchbot.settings.properties).flatMap(([name, schema]) =>
      'assumed' in schema ? [name] : [],
    );
    expect(assumed).toEqual([
      'webhookEncoding',
      'strayQuote',
      'webhookUserId',
      'webhookIp',
      'encoding',
      'extraFields',
      'verifyMethod',
      'letsBrowsersIn',
      'botLimit',
      'timeLimit',
    ]);
  });

  test.each([
    ['apiUrl', 'weather.example', false],
    ['apiUrl', 'https://weather.example?type=setCity', true],
    ['apiUrl', 'https://weather.example/a#b', false],
    ['host', 'https://account.snatchbot.me/', true],
    ['host', 'https://account.snatchbot.me/channels', false],
  ])('%s %s: %s', (name, value, isValid) => {
    expect(Value.Check(snatchbot.settings, settingsOf({ [name]: value }))).toBe(isValid);
  });

  test('a new user has the id of the settings, or one such as SnatchBot gives', () => {
    const { stamp } = contextOf(snatchbot);
    expect(snatchbot.newUserId(stamp, settingsOf({ userId: 'u-fixed' }))).toBe('u-fixed');
    expect(snatchbot.newUserId(stamp, settingsOf({}))).toMatch(/^user\.[0-9a-f]{16}$/);
  });
});

describe.each(features)('a channel with the feature %s', (feature) => {
  const settings = settingsOf({ feature });

  test('has the voices whose end sends something, and the user sits where the user speaks', () => {
    const voices = snatchbot.voices(settings).map(({ name, end }) => `${name} at ${end}`);
    expect(voices).toEqual(
      {
        webhook: ['user at platform', 'bot at platform'],
        'json-api': ['user at platform'],
        'api-channel': ['user at app'],
      }[feature],
    );
    expect(snatchbot.userSits(settings)).toBe(feature === 'api-channel' ? 'app' : 'platform');
  });

  test('says for each of our ends what to paste where, with the secret only where it is pasted', () => {
    const { addresses } = contextOf(snatchbot);
    const steps = snatchbot.setup({ settings, addresses });
    expect(new Set(steps.map(({ end }) => end))).toEqual(new Set(['app', 'platform']));
    expect(steps.filter(({ value }) => value.includes(secret)).map(({ id }) => id)).toEqual(
      feature === 'api-channel' ? ['channel-address', 'app-secret'] : [],
    );
    expect(steps.filter(({ title }) => title.includes(secret))).toEqual([]);
    const asleep = snatchbot.setup({ settings, addresses: { own: null, otherEnd: null } });
    expect(asleep.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
  });

  test.each<[Content, boolean, boolean]>([
    [{ kind: 'text', text: 'hi' }, false, false],
    [{ kind: 'text', text: 'hi', spans: [{ text: 'hi', isBold: true }] }, true, true],
    [
      { kind: 'buttons', text: 'x', buttons: [{ title: 'a', action: { kind: 'url', url: 'https://a.example' } }] },
      true,
      false,
    ],
    [{ kind: 'buttons', text: 'x', buttons: [{ title: 'a', action: { kind: 'postback', payload: 'a' } }] }, true, true],
    [{ kind: 'buttons', text: 'x', buttons: [{ title: 'a', action: { kind: 'phone', number: '1' } }] }, true, true],
    [{ kind: 'quick-replies', text: 'x', replies: [{ title: 'a', payload: 'a' }] }, true, false],
    [{ kind: 'quick-replies', text: 'x', replies: [{ title: 'a', payload: 'b' }] }, true, true],
    [{ kind: 'carousel', cards: [{ title: 'a', buttons: [] }] }, true, false],
    [{ kind: 'list', cards: [], buttons: [] }, true, true],
    [{ kind: 'media', media: 'image', url: 'https://a.example/x.png' }, true, false],
    [{ kind: 'media', media: 'video', url: 'https://a.example/x' }, true, true],
    [{ kind: 'table', columns: [], rows: [] }, true, true],
    [{ kind: 'form', formId: 'f', title: 'F', fields: [], submit: 'Send' }, true, true],
    [{ kind: 'event', name: 'Task ended', detail: '' }, true, true],
    [{ kind: 'unknown', label: 'x', source: 'y' }, true, true],
  ])('reports what it loses of %j', (content, losesInWebhook, losesInAnswer) => {
    const losses = snatchbot.lossOf(content, settings);
    expect(losses.length > 0).toBe(feature === 'webhook' ? losesInWebhook : losesInAnswer);
    for (const each of losses) expect(each).toMatch(/\.$/);
  });
});

describe('the defects', () => {
  test('each has an id of its own, a sentence and a source', () => {
    const ids = snatchbot.defects.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { summary, source } of snatchbot.defects) {
      expect(summary).toMatch(/\.$/);
      expect(source).not.toBe('');
    }
  });

  test.each([
    ['answer.500', 500],
    ['channel.403', 403],
    ['channel.500', 500],
  ])('%s answers %d instead', (id, status) => {
    const found = snatchbot.defects.find((each) => each.id === id);
    const reply =
      found?.does.kind === 'replying' && found.does.how === 'instead' ? found.does.reply(contextOf(snatchbot)) : null;
    expect(reply?.status).toBe(status);
  });
});

test('a path of nobody is a 404, and says how an address looks', () => {
  const { stamp } = contextOf(snatchbot);
  const nobody = { method: 'POST', target: '/snatchbot/json-api/1', headers: [], body: new Uint8Array() };
  const { reply, finding } = snatchbot.refuseUnknown(nobody, stamp);
  expect(reply.status).toBe(404);
  expect(finding.summary).toContain('bot id 1');
  expect(snatchbot.refuseUnknown({ ...nobody, target: '/elsewhere' }, stamp).finding.rule).toBe(
    'snatchbot.path.unknown',
  );
});
