import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import type { Version } from './addresses.ts';
import { appSays, at, bodyOf, firstOf, post, remote, rowsOf, same, typed, user } from './conformance-words.ts';
import { examplePublicKey, exampleTokens } from './example-tokens.ts';
import { tokenFacts } from './facts-services.ts';
import { mintToken } from './mint.ts';
import { koreSettings } from './settings.ts';

const platform = rowsOf('token', 'platform');
const app = rowsOf('token', 'app');

/** A good token but for these claims; `undefined` leaves one out. */
const tokenWith = (probe: Probe, claims: Readonly<Record<string, unknown>> = {}, over: JsonObject = {}) =>
  mintToken({ ...koreSettings({ ...probe.settings, ...over }), extraClaims: claims }, probe);

const statusWith = async (
  probe: Probe,
  authorization: string | null,
  version: Version = 'v1',
  more: HeaderLines = [],
): Promise<number> => {
  const credential: HeaderLines = authorization === null ? [] : [['Authorization', authorization]];
  const headers: HeaderLines = [...credential, ...more, ['Content-Type', 'application/json']];
  return (await post(probe, version, bodyOf(version, 'hi'), { headers })).status;
};

const bearer = (token: string): string => `bearer ${token}`;

/** What is answered to a message whose token has these claims. */
const claims = (
  id: string,
  fact: Fact,
  given: Readonly<Record<string, unknown>>,
  wanted: number,
  over: Parameters<typeof platform>[3] = remote,
): ConformanceRow =>
  platform(
    id,
    fact,
    async (probe) => same('The status', await statusWith(probe, bearer(await tokenWith(probe, given))), wanted),
    over,
  );

/** A token that openssl made for the demo channel. */
const made = (id: string, fact: Fact, token: string, wanted: number, settings: JsonObject = {}): ConformanceRow =>
  platform(id, fact, async (probe) => same('The status', await statusWith(probe, bearer(token)), wanted), {
    settings,
  });

const hour = 3600;
const keyPair = (algorithm: string): JsonObject => ({ algorithm, publicKey: examplePublicKey });
const enforced = { settings: { enforceJti: true } };

const formRows: readonly ConformanceRow[] = [
  platform(
    'bearer',
    tokenFacts.bearer,
    async (probe) => {
      const token = await tokenWith(probe);
      return firstOf(
        same('The status with the header', await statusWith(probe, bearer(token)), 200),
        same('The status without it', await statusWith(probe, null), 401),
        same('The status without the scheme', await statusWith(probe, token), 401),
        same('The status with the header auth', await statusWith(probe, null, 'v1', [['auth', token]]), 401),
      );
    },
    remote,
  ),
  platform(
    'scheme',
    tokenFacts.scheme,
    async (probe) => {
      for (const scheme of ['bearer', 'Bearer', 'BEARER']) {
        const status = await statusWith(probe, `${scheme} ${await tokenWith(probe)}`);
        if (status !== 200) return same(`The status with ${scheme}`, status, 200);
      }
      return null;
    },
    remote,
  ),
  platform(
    'form',
    tokenFacts.tokenForm,
    async (probe) => {
      const token = await tokenWith(probe);
      const twoParts = token.split('.').slice(0, 2).join('.');
      return firstOf(
        same('The status for two parts', await statusWith(probe, bearer(twoParts)), 401),
        same('The status for a word', await statusWith(probe, 'bearer token'), 401),
        same('The status for three parts', await statusWith(probe, bearer(token)), 200),
      );
    },
    remote,
  ),
];

const algorithmRows: readonly ConformanceRow[] = [
  made('algorithm.hs256', tokenFacts.algorithm, exampleTokens.valid, 200),
  made('algorithm.hs512', tokenFacts.algorithm, exampleTokens.hs512, 200, { algorithm: 'HS512' }),
  made('algorithm.rs256', tokenFacts.algorithm, exampleTokens.rs256, 200, keyPair('RS256')),
  made('algorithm.rs512', tokenFacts.algorithm, exampleTokens.rs512, 200, keyPair('RS512')),
  made('algorithm.other', tokenFacts.algorithmRefused, exampleTokens.hs512, 401),
  made('algorithm.other-pair', tokenFacts.algorithmRefused, exampleTokens.rs512, 401, keyPair('RS256')),
  made('algorithm.none', tokenFacts.algorithmRefused, exampleTokens.unsigned, 401),
  made('algorithm.confused', tokenFacts.algorithmRefused, exampleTokens.confused, 401, keyPair('RS256')),
  made('signature.rsa', tokenFacts.signature, exampleTokens.rs256, 401, {
    ...keyPair('RS256'),
    publicKey: examplePublicKey.replace('MIIB', 'AAAA'),
  }),
  platform(
    'signature.secret',
    tokenFacts.signature,
    async (probe) => {
      const token = await tokenWith(probe, {}, { clientSecret: 'another-invented-secret', algorithm: 'HS256' });
      return same('The status', await statusWith(probe, bearer(token)), 401);
    },
    remote,
  ),
  platform(
    'signature.changed',
    tokenFacts.signature,
    async (probe) => {
      const [header = '', , signature = ''] = (await tokenWith(probe)).split('.');
      const [, other = ''] = (await tokenWith(probe, { sub: 'another' })).split('.');
      return same('The status', await statusWith(probe, bearer(`${header}.${other}.${signature}`)), 401);
    },
    remote,
  ),
];

const claimRows: readonly ConformanceRow[] = [
  claims('app-id', tokenFacts.appId, {}, 200),
  claims('app-id.other', tokenFacts.appId, { appId: 'cs-00000000-0000-5000-8000-000000000000' }, 401),
  platform(
    'app-id.spelling',
    tokenFacts.appId,
    async (probe) => {
      const { clientId } = koreSettings(probe.settings);
      for (const name of ['appid', 'App ID', 'app ID']) {
        const token = await tokenWith(probe, { appId: undefined, [name]: clientId });
        const status = await statusWith(probe, bearer(token));
        if (status !== 401) return same(`The status with ${name}`, status, 401);
      }
      return null;
    },
    remote,
  ),
  platform(
    'iss',
    tokenFacts.iss,
    async (probe) => {
      const { clientId } = koreSettings(probe.settings);
      const token = await tokenWith(probe, { appId: undefined, iss: clientId });
      return same('The status', await statusWith(probe, bearer(token)), 200);
    },
    remote,
  ),
  claims('exp.past', tokenFacts.expiry, { exp: 1_577_836_800 }, 401),
  claims('exp.none', tokenFacts.noExpiry, { exp: undefined }, 200),
  claims('nbf', tokenFacts.begin, { nbf: 4_102_444_800 }, 200, {}),
  claims('sub.number', tokenFacts.sub, { sub: 8812 }, 200),
  claims('sub.text', tokenFacts.sub, { sub: 'u-42' }, 200),
  claims('aud', tokenFacts.audience, { aud: 'https://audience.example/nobody' }, 200),
  platform(
    'exp.future',
    tokenFacts.expiry,
    async (probe) => {
      const exp = Math.floor(probe.stamp.now / 1000) + hour;
      return same('The status', await statusWith(probe, bearer(await tokenWith(probe, { exp }))), 200);
    },
    remote,
  ),
  claims('jti.not-enforced', tokenFacts.jti, { jti: undefined }, 200, {}),
  claims('jti.missing', tokenFacts.jti, { jti: undefined }, 401, enforced),
  platform(
    'jti.each-once',
    tokenFacts.jtiReused,
    async (probe) => {
      const token = await tokenWith(probe, { jti: 'invented-1' });
      const next = await tokenWith(probe, { jti: 'invented-2' });
      return firstOf(
        same('The first status', await statusWith(probe, bearer(token)), 200),
        same('The second status', await statusWith(probe, bearer(token)), 401),
        same('The status with another jti', await statusWith(probe, bearer(next)), 200),
      );
    },
    enforced,
  ),
  platform(
    'user-identity',
    tokenFacts.userIdentity,
    async (probe) => {
      const his = bearer(await tokenWith(probe, { userIdentity: user }));
      const other = bearer(await tokenWith(probe, { userIdentity: 'somebody-else' }));
      return firstOf(
        same('The status for the same user', await statusWith(probe, his, 'v2'), 200),
        same('The status for another user', await statusWith(probe, other, 'v2'), 401),
      );
    },
    remote,
  ),
  claims('anonymous.refused', tokenFacts.anonymous, { isAnonymous: true }, 412, {}),
  claims('anonymous.allowed', tokenFacts.anonymous, { isAnonymous: true }, 200, {
    settings: { allowAnonymous: true },
  }),
];

/** What our app end puts into its tokens. */
const mintingRows: readonly ConformanceRow[] = [
  app(
    'minted',
    tokenFacts.signature,
    async (probe) => {
      const [first] = await appSays(probe, typed('hi'), { data: [], _v: 'v2' });
      const value = first?.request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
      const [, token = ''] = /^bearer (.+)$/.exec(value) ?? [];
      const { clientId, clientSecret } = koreSettings(probe.settings);
      const payload = decodeJwt(token).payload.json ?? {};
      return firstOf(
        same('Whether the secret signed it', await probe.tokens.isSignedBy(token, 'HS512', clientSecret), true),
        same('appId', payload['appId'], clientId),
        same('userIdentity', payload['userIdentity'], at(first?.json, 'from', 'id')),
        same('Whether there is a jti', typeof payload['jti'], 'string'),
      );
    },
    { settings: { version: 'v2', algorithm: 'HS512', identityClaim: true, tokenId: true } },
  ),
];

/** Every claim about the token, with its test. */
export const tokenConformance: readonly ConformanceRow[] = [
  ...formRows,
  ...algorithmRows,
  ...claimRows,
  ...mintingRows,
];
