import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { exampleTokens } from '#shared/platforms/kore/example-tokens.ts';
import { readService, serviceRoutes } from '#shared/platforms/kore/services.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { botId, contextWith, secret } from '#test/shared/platforms/kore/kore-context.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(secret, '__proto__', 'ivr', '../..'));
const query = text.map((each) => `?limit=${encodeURIComponent(wellFormed(each))}`);
const target = fc
  .tuple(fc.constantFrom(...serviceRoutes), text.filter(Boolean), query)
  .map(([{ method, path }, free, asked]) => ({
    method,
    target: fillPath(path, { botId, channelType: free, fileToken: free }) + asked,
  }));

const anyObject = fc.dictionary(
  fc.constantFrom(
    'channel',
    'message',
    'content',
    'identities',
    'input',
    'streamName',
    'clientSecret',
    'isAnonymous',
    secret,
  ),
  fc.oneof(fc.jsonValue(), fc.constantFrom(secret, 'ivr', { type: 'text', value: secret }, [{ email: 'a' }])),
);
const body = fc.oneof(
  fc.uint8Array(),
  anyObject.map((each) => bytesOf(JSON.stringify(each))),
  text.map((each) =>
    bytesOf(`--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${each}\r\n--b--\r\n`),
  ),
);
const type = fc.constantFrom(
  'application/json',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  '',
);
const token = fc.constantFrom(exampleTokens.valid, exampleTokens.otherSecret, 'no token');

const request: fc.Arbitrary<RawRequest> = fc
  .tuple(target, type, token, body)
  .map(([{ method, target: path }, contentType, credential, bytes]) => ({
    method,
    target: path,
    headers: [
      ['Authorization', `bearer ${credential}`],
      ['auth', credential],
      ['Content-Type', contentType],
    ],
    body: bytes,
  }));

const settings = fc.constantFrom(
  {},
  { jwtService: true },
  { version: 'v2', mode: 'async' },
  { jwtService: true, algorithm: 'RS512', publicKey: secret },
);

test('whatever is sent to a service, it replies, and never repeats the secret of the channel', async () => {
  await fc.assert(
    fc.asyncProperty(request, settings, async (sent, given) => {
      const reading = await readService(sent, contextWith(given));
      if (reading === null) return;
      expect(reading.next.kind).toBe('reply');
      expect(JSON.stringify([reading.verdict, reading.findings])).not.toContain(secret);
    }),
    { numRuns: 2000 },
  );
});
