import { expect, test } from 'vitest';
import { bearing, botId, examined, firstOf, made, ofToken, onWire } from '#test/shared/trust/autopsy/jwt-case.ts';

const token = made();
const [head = '', body = '', signature = ''] = token.split('.');
const authorization = (value: string) => firstOf({ headers: [['Authorization', onWire(value)]] });

test('a valid token has no cause', async () => {
  expect(await examined({ headers: bearing(token) })).toEqual({ state: 'accepted', causes: [], bytes: null });
});

test.each([
  ['jwt.scheme.missing', token],
  ['jwt.scheme.missing', `"${token}"`],
  ['jwt.scheme.doubled', `Bearer Bearer ${token}`],
  ['jwt.scheme.doubled', `bearer Bearer: ${token}`],
  ['jwt.scheme.misspelt', `Bearer: ${token}`],
  ['jwt.scheme.misspelt', `Bearer=${token}`],
  ['jwt.scheme.misspelt', `Bearer${token}`],
  ['jwt.scheme.misspelt', `Barer ${token}`],
  ['jwt.scheme.misspelt', `JWT ${token}`],
  ['jwt.scheme.misspelt', `Token ${token}`],
  ['jwt.scheme.misspelt', `Token token="${token}"`],
  ['jwt.scheme.misspelt', `Basic ${Buffer.from('user:word').toString('base64')}`],
  ['jwt.scheme.misspelt', `Веarer ${token}`],
  ['jwt.form.quoted', `Bearer "${token}"`],
  ['jwt.form.quoted', `Bearer '${token}'`],
  ['jwt.form.quoted', `"Bearer ${token}"`],
  ['jwt.form.quoted', `Bearer “${token}”`],
  ['jwt.form.url-encoded', `Bearer ${token.replaceAll('.', '%2E')}`],
  ['jwt.form.url-encoded', `Bearer%20${token}`],
  ['jwt.form.url-encoded', `Bearer%2520${token}`],
  ['jwt.form.white-space', `Bearer ${head}. ${body}.${signature}`],
  ['jwt.form.white-space', `Bearer ${token.slice(0, 40)} ${token.slice(40)}`],
  ['jwt.form.white-space', `Bearer ${token}\\n`],
  ['jwt.form.white-space', `Bearer\t${token}`],
  ['jwt.form.zero-width', `Bearer \u{200b}${token}`],
  ['jwt.form.zero-width', `\u{feff}Bearer ${token}`],
  ['jwt.form.zero-width', `Bearer ${token}\u{200b}`],
  ['jwt.form.zero-width', `Bearer ${head}\u{200d}.${body}.${signature}`],
  ['jwt.form.padded', `Bearer ${head}==.${body}=.${signature}=`],
  ['jwt.form.extra', `Bearer <${token}>`],
  ['jwt.form.extra', `Bearer ${token},`],
  ['jwt.form.extra', `Bearer token=${token}`],
  ['jwt.form.truncated', `Bearer ${token.slice(0, -10)}`],
  ['jwt.form.truncated', `Bearer ${token.slice(0, -1)}`],
  ['jwt.form.truncated', `Bearer ${token.slice(0, head.length + 20)}`],
  ['jwt.form.truncated', `Bearer ${token.slice(0, 12)}`],
  ['jwt.form.truncated', `Bearer ${token.slice(3)}`],
  ['jwt.form.parts', `Bearer ${head}.${body}`],
  ['jwt.form.parts', 'Bearer abc'],
  ['jwt.form.parts', `Bearer ${head}.${body}.${signature}.x`],
  ['jwt.form.encrypted', `Bearer ${Buffer.from('{"alg":"dir","enc":"A128GCM"}').toString('base64url')}.a.b.c.d`],
  ['jwt.form.header', `Bearer ${made({ header: '{alg:HS256}' })}`],
  ['jwt.form.header', `Bearer bm90LWpzb24.${body}.${signature}`],
  ['jwt.form.payload', `Bearer ${made({ payload: 'hello' })}`],
  ['jwt.form.payload', `Bearer ${made({ payload: '["a"]' })}`],
  ['jwt.form.payload', `Bearer ${made({ payload: '"{\\"appId\\":1}"' })}`],
  ['jwt.signature.missing', `Bearer ${head}.${body}.`],
  ['credential.empty', 'Bearer '],
  ['credential.empty', ''],
])('%s: %s', async (code, value) => {
  expect(await authorization(value)).toBe(code);
});

test('base64 instead of base64url, whether it was signed before or after', async () => {
  const odd = made({ payload: { appId: 'x', sub: 'ÿþ?>ÿþ?>~~~' } });
  const plain = odd.replaceAll('-', '+').replaceAll('_', '/');
  expect(plain).not.toBe(odd);
  expect(await ofToken(plain)).toBe('jwt.form.base64');
});

test.each([
  ['jwt.header.elsewhere', { headers: [['X-Auth-Token', token]] as const }],
  ['jwt.header.elsewhere', { headers: [['auth', token]] as const }],
  ['jwt.header.elsewhere', { headers: [['Authorisation', `Bearer ${token}`]] as const }],
  [
    'jwt.header.elsewhere',
    {
      headers: [
        ['Authorization', 'Basic dTpw'],
        ['Authorization', `Bearer ${token}`],
      ] as const,
    },
  ],
  ['jwt.header.query', { query: `?token=${token}` }],
  ['jwt.header.query', { query: `?access_token=${token}` }],
  ['jwt.header.body', { body: `{"token":"${token}","to":{"id":"${botId}"}}` }],
  ['credential.missing', {}],
])('%s, case %#', async (code, asked) => {
  expect(await firstOf(asked)).toBe(code);
});

test('a repair is proven by the signature, and two at once are both named', async () => {
  const { causes } = await examined({ headers: [['Authorization', onWire(`Bearer: "${token}"`)]] });
  expect(causes.map(({ code, certainty }) => [code, certainty])).toEqual([
    ['jwt.scheme.misspelt', 'proven'],
    ['jwt.form.quoted', 'proven'],
  ]);
  expect(causes[0]?.proof).toBe('Mended so, the signature matches the key of this channel.');
});

test('what is wrong beside the form comes behind it', async () => {
  const { causes } = await examined({
    headers: [['Authorization', made({ payload: { sub: 1, exp: 1_500_000_000 } })]],
  });
  expect(causes.map(({ code }) => code)).toEqual(['jwt.scheme.missing', 'jwt.app.missing', 'jwt.exp.past']);
});

test('a short signature is compared with the beginning of the right one', async () => {
  const { causes } = await examined({ headers: bearing(token.slice(0, -9)) });
  expect(causes[0]).toMatchObject({
    because: 'The token is cut off in its signature: 9 of 43 characters are missing.',
    certainty: 'proven',
  });
});
