import { expect, test } from 'vitest';
import { nothingRemembered, keep, recall } from '#renderer/store/remember.ts';
import { chooseTransport, type PageWindow } from '#renderer/transport/choose-transport.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';

const pageAt = (hash: string, kept: Record<string, string> = {}) => {
  const asked: { url: string; authorization: string | undefined }[] = [];
  const addresses: string[] = [];
  const page: PageWindow = {
    location: { origin: 'http://127.0.0.1:4701', hash, pathname: '/' },
    history: { replaceState: (_state, _title, url) => void addresses.push(url) },
    sessionStorage: {
      getItem: (key) => kept[key] ?? null,
      setItem: (key, value) => {
        kept[key] = value;
      },
    },
    fetch: async (url, init) => {
      asked.push({ url, authorization: init.headers['authorization'] });
      return { status: 200, json: async () => ({ ok: true, output: {} }), body: null };
    },
  };
  return { page, asked, addresses, kept };
};
const ignore = () => undefined;

test('the token leaves the address bar at once, survives a reload, and goes with each call', async () => {
  const { page, asked, addresses, kept } = pageAt('#token=abc');
  const transport = chooseTransport(page, ignore);
  if ('code' in transport) throw new Error('It was refused.');
  await transport.wire.call({ command: 'listExchanges', input: { limit: 1 } });
  expect(addresses).toEqual(['/']);
  expect(asked).toEqual([{ url: 'http://127.0.0.1:4701/api/call', authorization: 'Bearer abc' }]);
  expect('wire' in chooseTransport(pageAt('', kept).page, ignore)).toBe(true);
});

test('without a token the page says what to do instead of asking in vain', () => {
  expect(chooseTransport(pageAt('').page, ignore)).toMatchObject({
    code: 'wire.refused',
    next: expect.stringContaining('Open the URL'),
  });
});

test('in the desktop shell the bridge is used, and no token is looked for', () => {
  const bridge: ShellBridge = {
    wire: { call: async () => ({ ok: true, output: {} }), watch: () => ignore },
    onMenu: () => ignore,
    zoomTo: ignore,
    toggleFullScreen: ignore,
    saveFile: async () => ({ state: 'cancelled' }),
    files: { pick: ignore, onOpened: () => ignore, remember: ignore, onRecent: () => ignore, openRecent: ignore },
  };
  const { page, addresses } = pageAt('#token=abc');
  expect(chooseTransport({ ...page, hookbench: bridge }, ignore)).toMatchObject({ wire: bridge.wire });
  expect(addresses).toEqual([]);
});

test('what the page remembers comes back, and what is not ours counts as nothing', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const remembered = { ...nothingRemembered, tab: 'timing', theme: 'dark' } as const;
  keep(storage, remembered);
  expect(recall(storage)).toEqual(remembered);
  for (const odd of ['{"tab":"soup"}', 'not JSON', 'null']) {
    for (const key of kept.keys()) kept.set(key, odd);
    expect(recall(storage)).toEqual(nothingRemembered);
  }
});
