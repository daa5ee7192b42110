import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { contextOf, now } from '#test/shared/platforms/platform-context.ts';
import { kore } from '#shared/platforms/kore/index.ts';
import {
  bearing,
  botId,
  channelWith,
  claims,
  clientId,
  examined,
  greeting,
  made,
  onWire,
  secret,
  seconds,
} from '#test/shared/trust/autopsy/jwt-case.ts';

const refused: Verdict = { state: 'refused', because: 'Refused.', checks: [] };
const { tokens } = contextOf(kore);

const caseOf = (over: Partial<TrustCase['request']>, more: Partial<TrustCase> = {}): TrustCase => ({
  request: {
    method: 'POST',
    target: `/chatbot/hooks/${botId}`,
    headers: [],
    body: new TextEncoder().encode(greeting),
    ...over,
  },
  channel: channelWith({}),
  verdict: refused,
  others: [],
  now,
  earlierExchange: () => null,
  tokens,
  ...more,
});

const claimOf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue());
const oddClaims = fc.dictionary(
  fc.constantFrom(
    'appId',
    'iss',
    'sub',
    'exp',
    'nbf',
    'iat',
    'jti',
    'aud',
    'userIdentity',
    'isAnonymous',
    'App ID',
    '__proto__',
  ),
  claimOf,
);
const oddHeader = fc.oneof(
  fc.constant({ alg: 'HS256' }),
  fc.dictionary(fc.constantFrom('alg', 'typ', 'kid', 'jwk'), claimOf),
);
const oddToken = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.tuple(oddHeader, oddClaims, fc.string()).map(([header, payload, key]) => made({ header, payload, key })),
  fc.tuple(fc.nat(120), fc.string({ unit: 'binary', maxLength: 3 })).map(([at, text]) => {
    const token = made();
    return `${token.slice(0, at)}${text}${token.slice(at + 1)}`;
  }),
);

describe('whatever arrives', () => {
  test('the autopsy does not throw, and a refused request stays refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        oddToken,
        fc.constantFrom('', 'Bearer ', 'bearer  ', 'Bearer: ', 'Bearer Bearer ', 'Basic '),
        fc.constantFrom('authorization', 'auth', 'x-token'),
        async (token, scheme, name) => {
          const { state } = await examine(caseOf({ headers: [[name, onWire(`${scheme}${token}`)]] }));
          expect(state).toBe('refused');
        },
      ),
    );
  });

  test('nor with any query, body and key of the channel', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.uint8Array(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('HS256', 'HS512', 'RS256', 'RS512'),
        oddToken,
        async (query, body, key, algorithm, token) => {
          const channel = channelWith({ algorithm, clientSecret: key, publicKey: key });
          const headers = body.length % 2 === 0 ? bearing(token) : [];
          const { state } = await examine(
            caseOf({ target: `/chatbot/hooks/${botId}?${query}`, body, headers }, { channel }),
          );
          expect(state).toBe('refused');
        },
      ),
    );
  });

  test('it costs no more than some 250 MACs', async () => {
    let count = 0;
    const counting: TrustCase['tokens'] = {
      ...tokens,
      isMac: (...asked) => {
        count += 1;
        return tokens.isMac(...asked);
      },
    };
    const others = Array.from({ length: 100 }, (_, at) =>
      channelWith({ clientSecret: `another-${String(at)}` }, `c${String(at)}`),
    );
    const payload = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`claim${String(at)}`, 'é/<']));
    const token = made({ payload, key: 'nobody has it' });
    await examine(caseOf({ headers: bearing(`"${token} "`) }, { others, tokens: counting }));
    expect(count).toBeGreaterThan(100);
    expect(count).toBeLessThanOrEqual(250);
  });
});

describe('a valid token', () => {
  const extra = fc.dictionary(fc.string(), fc.jsonValue());
  const valid = fc.record({
    extra,
    exp: fc.option(fc.integer({ min: seconds + 1, max: 4_000_000_000 }), { nil: undefined }),
    sub: fc.oneof(fc.string({ minLength: 1 }), fc.integer()),
  });
  const payloadOf = ({
    extra,
    exp,
    sub,
  }: {
    extra: object;
    exp: number | undefined;
    sub: string | number;
  }): object => ({
    ...Object.fromEntries(
      Object.entries(extra).filter(
        ([name]) => !['nbf', 'iat', 'isAnonymous', 'userIdentity', '__proto__'].includes(name),
      ),
    ),
    appId: clientId,
    sub,
    ...(exp === undefined ? {} : { exp }),
  });

  test('is accepted without a cause, whatever its other claims', async () => {
    await fc.assert(
      fc.asyncProperty(valid, fc.constantFrom('Bearer', 'bearer', 'BEARER'), async (all, scheme) => {
        const token = made({ payload: payloadOf(all) });
        const { state, causes } = await examined({ headers: [['authorization', `${scheme} ${token}`]] });
        expect({ state, causes }).toEqual({ state: 'accepted', causes: [] });
      }),
    );
  });

  test('has no cause of its own either where the request is refused for something else', async () => {
    await fc.assert(
      fc.asyncProperty(valid, async (all) => {
        const { causes } = await examine(caseOf({ headers: bearing(made({ payload: payloadOf(all) })) }));
        expect(causes.filter(({ code }) => code.startsWith('jwt.') || code.startsWith('credential.'))).toEqual([]);
      }),
    );
  });
});

describe('no secret leaves an autopsy', () => {
  const canary = fc.string({
    unit: fc.constantFrom(...Array.from('QXZJKVWqxzjkvw0123456789+/_-')),
    minLength: 16,
    maxLength: 44,
  });
  const forms = (text: string): readonly string[] => {
    const bytes = Buffer.from(text);
    return [
      text,
      bytes.toString('base64'),
      bytes.toString('base64url'),
      bytes.toString('hex'),
      encodeURIComponent(text),
    ];
  };
  const spoilt: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `${text}\n`,
    (text) => `"${text}"`,
    (text) => text.slice(0, 12),
    (text) => text.toLowerCase(),
    (text) => Buffer.from(text).toString('base64'),
    () => 'unknown',
  ];

  test('neither as it is nor in another form, nor four characters of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        canary,
        canary,
        fc.constantFrom(...spoilt),
        fc.constantFrom('appId', 'sub', 'exp', 'userIdentity', 'jti', 'alg', 'appid'),
        fc.nat(4),
        async (own, foreign, spoil, place, form) => {
          fc.pre(own !== foreign);
          const carried = forms(form % 2 === 0 ? own : foreign)[form] ?? own;
          const token = made({
            header: place === 'alg' ? { alg: carried } : { alg: 'HS256' },
            payload: place === 'alg' ? claims : { ...claims, [place]: carried },
            key: spoil(own),
          });
          const settings = { clientSecret: own };
          const others = [channelWith({ clientSecret: foreign, clientId: 'cs-other' })];
          const { causes, bytes } = await examined({ headers: bearing(token), settings, others });
          const said = JSON.stringify({ causes, bytes });
          for (const text of [...forms(own), ...forms(foreign)]) expect(said).not.toContain(text);
          const sentences = JSON.stringify(causes.map(({ because, proof, fix }) => [because, proof, fix]));
          for (let at = 0; at + 4 <= own.length; at += 1) expect(sentences).not.toContain(own.slice(at, at + 4));
        },
      ),
    );
  });

  test('a part of the secret in a claim is not repeated either', async () => {
    const token = made({ payload: { ...claims, appId: secret.slice(3, 20) } });
    const { causes } = await examined({ headers: bearing(token) });
    expect(causes[0]).toMatchObject({ code: 'jwt.app.other' });
    expect(causes[0]?.because).toContain('appId is a text of 17 characters');
  });
});
