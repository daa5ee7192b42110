import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { bearing, claims, clientId, examined, made, secret } from '#test/shared/trust/autopsy/jwt-case.ts';

const part = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
/** A token whose payload or header was changed on its way. */
const relayed = (
  signed: string,
  arrived: string | Uint8Array,
  header = '{"alg":"HS256","typ":"JWT"}',
  later = header,
): string => `${part(later)}.${part(arrived)}.${made({ header, payload: signed }).split('.')[2] ?? ''}`;

const compact = JSON.stringify(claims);
const named = JSON.stringify({ appId: clientId, sub: 'Zoë/<b>' });
const python = compact.replaceAll('":', '": ').replaceAll(',"', ', "');

test.each([
  ['white space behind colons', relayed(python, compact)],
  ['white space between the values', relayed(compact, python)],
  ['indentation', relayed(JSON.stringify(claims, null, 2), compact)],
  ['indentation', relayed(JSON.stringify(claims, null, '\t'), compact)],
  [
    'keys in another order',
    relayed(compact, JSON.stringify({ exp: claims.exp, iat: claims.iat, sub: claims.sub, appId: clientId })),
  ],
  [
    'keys in another order',
    relayed(JSON.stringify({ sub: 1, appId: clientId }), JSON.stringify({ appId: clientId, sub: 1 })),
  ],
  ['beyond ASCII were escaped', relayed(named.replace('ë', String.raw`\u00eb`), named)],
  ['white space between the values', relayed(named, named.replace('ë', String.raw`\u00eb`))],
  ['slashes were escaped', relayed(named.replaceAll('/', String.raw`\/`), named)],
  ['< > &', relayed(named.replaceAll('<', String.raw`\u003c`).replaceAll('>', String.raw`\u003e`), named)],
  ['line feed at its end', relayed(`${compact}\n`, compact)],
  ['break at its end was put there', relayed(compact, `${compact}\n`)],
  [
    'CR and LF became LF',
    relayed(JSON.stringify(claims, null, 2).replaceAll('\n', '\r\n'), JSON.stringify(claims, null, 2)),
  ],
  ['Unicode NFD', relayed(named.normalize('NFD'), named)],
  [
    'header: keys in another order',
    relayed(compact, compact, '{"typ":"JWT","alg":"HS256"}', '{"alg":"HS256","typ":"JWT"}'),
  ],
  ['header: white space', relayed(compact, compact, '{"alg": "HS256", "typ": "JWT"}', '{"alg":"HS256","typ":"JWT"}')],
])('%s, case %#', async (rewriting, token) => {
  const { causes, bytes } = await examined({ headers: bearing(token) });
  expect(causes[0]).toMatchObject({ code: 'jwt.payload.re-encoded', certainty: 'proven' });
  expect(bytes?.rewriting).toContain(rewriting);
  expect(bytes?.signed).not.toBe(bytes?.arrived);
});

test('the character set: what was signed as Latin-1', async () => {
  const header = '{"alg":"HS256","typ":"JWT"}';
  const input = `${part(header)}.${part(Buffer.from(named, 'latin1'))}`;
  const token = `${part(header)}.${part(named)}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  const { causes, bytes } = await examined({ headers: bearing(token) });
  expect(causes[0]?.code).toBe('jwt.payload.re-encoded');
  expect(bytes?.rewriting).toContain('Latin-1');
});

test('a changed claim is not taken for a rewriting', async () => {
  const { causes, bytes } = await examined({ headers: bearing(relayed(compact, compact.replace('u-42', 'admin'))) });
  expect(causes[0]?.code).toBe('jwt.signature.unknown');
  expect(bytes?.signed).toBeNull();
});
