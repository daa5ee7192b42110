import type { OutboundRequest } from '#shared/platforms/dispatch.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { TokenCrypto } from '#shared/trust/token-crypto.ts';

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a stranger's app may send to the demo channel: a good token, a wrong secret, no token, no JSON, bytes, a path of nobody. */
export const foreignRequests = async (tokens: TokenCrypto): Promise<readonly OutboundRequest[]> => {
  const settings = platforms[0]?.demo.settings ?? {};
  const path = `/chatbot/hooks/${textOf(settings['botId'])}`;
  const claims = { appId: settings['clientId'], sub: 8812, exp: 4_102_444_800, iat: 1_700_000_000 };
  const sign = (secret: string) => tokens.sign({ alg: 'HS256', typ: 'JWT' }, claims, secret);
  const good = `bearer ${await sign(textOf(settings['clientSecret']))}`;
  const bad = `Bearer ${await sign('another secret, invented for this test')}`;
  const json =
    '{"session":{"new":false},"message":{"text":"hi"},"from":{"id":"u-7"},"to":{"id":"x"},"n":12345678901234567890}';
  const request = (target: string, headers: HeaderLines, body: Uint8Array, method = 'POST'): OutboundRequest => ({
    origin: 'http://127.0.0.1:4700',
    method,
    target,
    headers,
    body,
    timeLimit: 5,
  });
  const jsonType = ['Content-Type', 'application/json'] as const;
  return [
    request(path, [['Authorization', good], jsonType, ['X-Twice', 'one'], ['x-twice', 'two']], textBytes(json)),
    request(path, [['Authorization', bad], jsonType], textBytes(json)),
    request(path, [jsonType], textBytes('{"message":{"text":"hi",}}')),
    request(
      '/webhook?token=abc',
      [['Content-Type', 'application/octet-stream']],
      Uint8Array.from({ length: 5000 }, (_, n) => n % 251),
    ),
    request('/', [], new Uint8Array(), 'GET'),
  ];
};
