import { expect, test } from 'vitest';
import { channelAddress } from '#renderer/store/editor/channel-address.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { End } from '#shared/exchange/exchange.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import { snatchbot } from '#shared/platforms/snatchbot/index.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** A channel as the page knows it: without its secrets. */
const channelOf = (platform: Platform, settings: JsonObject, plays: Channel['plays']): Channel => ({
  id: 'c-1',
  name: 'Ours',
  platformId: platform.id,
  plays,
  settings: Object.fromEntries(
    Object.entries({ ...platform.demo.settings, ...settings }).filter(
      ([name]) => !secretFieldsOf(platform.settings).includes(name),
    ),
  ),
  secretsSet: [],
  environments: [],
  environmentId: 'default',
  botId: 'demo-bot',
  defects: [],
  replyRules: [],
  condition: null,
});
const own = 'http://127.0.0.1:4711';
const both = { platform: true, app: true };
type Given = {
  readonly platform?: Platform;
  readonly settings?: JsonObject;
  readonly plays?: Channel['plays'];
  readonly receiver?: End;
};

const addressOf = (url: string, { platform = kore, settings = {}, plays = both, receiver = 'platform' }: Given = {}) =>
  channelAddress({ method: 'POST', url }, { channel: channelOf(platform, settings, plays), platform, receiver, own });

test('an end that we play is reached at our own bench, with the present names of the channel in the path', () => {
  expect(addressOf('http://127.0.0.1:4700/chatbot/hooks/st-old?a=%20b', { settings: { botId: 'st-new' } })).toBe(
    `${own}/chatbot/hooks/st-new?a=%20b`,
  );
  expect(addressOf('http://127.0.0.1:4700/other/path?a=1')).toBe(`${own}/other/path?a=1`);
  expect(addressOf('')).toBe(`${own}/`);
});

test('the vendor is reached where the channel says that it is', () => {
  const plays = { platform: false, app: true };
  expect(addressOf('http://127.0.0.1:4700/chatbot/hooks/st-1', { settings: { botId: 'st-1' }, plays })).toBe(
    'https://bots.kore.ai/chatbot/hooks/st-1',
  );
});

test('an app is reached at its own address, path and all; one without an address is not', () => {
  const plays = { platform: true, app: false };
  const given = { plays, receiver: 'app' } as const;
  const settings = { mode: 'async', postUrl: 'https://app.example/hook?x=1' };
  expect(addressOf('http://127.0.0.1:4700/receive/kore/st-1', { ...given, settings })).toBe(
    'https://app.example/hook?x=1',
  );
  expect(addressOf('http://old.example/hook?kept=1', { ...given, settings })).toBe('https://app.example/hook?kept=1');
  expect(addressOf('http://old.example/hook', given)).toBeNull();
});

test('a secret in the path and a variable stay what they are', () => {
  const settings = { feature: 'api-channel', appId: 'new', appSecret: 'N3w', botId: '2' };
  expect(
    addressOf('http://old.example/channels/api/api/id1/app{{setting:appId}}/apsS3cret', {
      platform: snatchbot,
      settings,
    }),
  ).toBe(`${own}/channels/api/api/id2/app{{setting:appId}}/apsS3cret`);
});
