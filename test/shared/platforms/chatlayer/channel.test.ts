import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { completeSettings } from '#shared/channel/channel-settings.ts';
import type { End } from '#shared/exchange/exchange.ts';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

const setupOf = (settings: object, wanted: End) =>
  chatlayer.setup(contextOf(chatlayer, { ...settings })).filter(({ end }) => end === wanted);

describe('the settings', () => {
  test('of the demo and of every mode are valid', () => {
    for (const { settings } of [{ settings: {} }, ...chatlayer.modes])
      expect([...Value.Errors(chatlayer.settings, { ...chatlayer.demo.settings, ...settings })]).toEqual([]);
  });

  test('have a default each, so that a new channel can be saved for any dialect', () => {
    expect(Value.Check(chatlayer.settings, completeSettings(chatlayer.settings, {}))).toBe(true);
  });

  test.each([
    [{ dialect: 'd1', channelId: '' }, 'channel id'],
    [{ dialect: 'd0', botId: '' }, 'bot id'],
    [{ dialect: 'd2', accessToken: '' }, 'access token'],
  ])('%j: the channel says what it lacks', (settings, what) => {
    const { settings: complete, memory } = contextOf(chatlayer, settings);
    expect(chatlayer.condition({ settings: complete, memory })?.sentence).toContain(what);
  });

  test('of the demo lack nothing', () => {
    expect(chatlayer.condition(contextOf(chatlayer))).toBeNull();
  });
});

describe('the checklist', () => {
  test('of our app end names our receiver', () => {
    const values = setupOf({}, 'app').map((each) => each.value);
    expect(values).toContain('http://127.0.0.1:4700/receive/chatlayer/6039070a9f07e351b99e2bd4');
  });

  test('of our platform end names the address to post to', () => {
    const values = setupOf({}, 'platform').map((each) => each.value);
    expect(values).toContain('http://127.0.0.1:4700/v1/channels/webhook/6039070a9f07e351b99e2bd4/messages');
  });

  test('of an offloading platform end names the actions, with a place for the session', () => {
    const values = setupOf({ dialect: 'd2' }, 'platform').map((each) => each.value);
    expect(values).toContain(
      'http://127.0.0.1:4700/v1/bots/DEMO-larkspur01/conversations/{sessionId}/actions?version=LIVE',
    );
  });

  test('has no id twice', () => {
    for (const dialect of ['d1', 'd0', 'd2']) {
      const ids = chatlayer.setup(contextOf(chatlayer, { dialect })).map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

test('each claim has a row, and no id is given twice', () => {
  const tested = new Set(chatlayer.conformance.map((each) => each.fact.claim));
  expect(Object.values(chatlayer.facts).filter((each) => !tested.has(each.claim))).toEqual([]);
  for (const ids of [chatlayer.conformance, chatlayer.defects].map((each) => each.map(({ id }) => id)))
    expect(new Set(ids).size).toBe(ids.length);
});

test('two channels share the address of the web view, and the bot in its body tells which is meant', () => {
  const request = (botId: string) => ({
    method: 'POST',
    target: '/api/webview?access_token=x',
    headers: [],
    body: new TextEncoder().encode(JSON.stringify({ botId })),
  });
  expect(chatlayer.claims?.('platform', request('DEMO-larkspur01'), chatlayer.demo.settings)).toBe(true);
  expect(chatlayer.claims?.('platform', request('another'), chatlayer.demo.settings)).toBe(false);
});
