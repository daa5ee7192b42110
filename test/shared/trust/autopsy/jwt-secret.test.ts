import { describe, expect, test } from 'vitest';
import { createHmac } from 'node:crypto';
import {
  bearing,
  botId,
  channelWith,
  claims,
  clientId,
  examined,
  made,
  ofToken,
  secret,
} from '#test/shared/trust/autopsy/jwt-case.ts';

const unquoted = Buffer.from(secret).toString('base64');

describe('the signer had the secret in another form', () => {
  test.each<[string, string | Uint8Array]>([
    ['jwt.secret.trailing-newline', `${secret}\n`],
    ['jwt.secret.trailing-newline', `${secret}\r\n`],
    ['jwt.secret.trailing-newline', `${secret}\\n`],
    ['jwt.secret.white-space', `${secret} `],
    ['jwt.secret.white-space', ` ${secret}`],
    ['jwt.secret.white-space', `\t${secret}\t`],
    ['jwt.secret.byte-order-mark', `\u{feff}${secret}`],
    ['jwt.secret.quoted', `"${secret}"`],
    ['jwt.secret.quoted', `'${secret}'`],
    ['jwt.secret.base64-decoded', Buffer.from(secret, 'base64')],
    ['jwt.secret.encoded', unquoted],
    ['jwt.secret.encoded', Buffer.from(secret).toString('hex')],
    ['jwt.secret.encoded', encodeURIComponent(secret)],
    ['jwt.secret.case', secret.toLowerCase()],
    ['jwt.secret.case', secret.toUpperCase()],
    ['jwt.secret.url-decoded', secret.replaceAll('+', ' ')],
    ['jwt.secret.utf-16', Buffer.from(secret, 'utf16le')],
    ['jwt.secret.utf-16', Buffer.from(`\u{feff}${secret}`, 'utf16le')],
    ['jwt.secret.utf-16', Buffer.from(secret, 'utf16le').swap16()],
    ['jwt.secret.prefix', secret.slice(0, 32)],
    ['jwt.secret.prefix', secret.slice(0, -1)],
    ['jwt.secret.prefix', secret.slice(1)],
    ['jwt.secret.prefix', secret.slice(0, -9)],
    ['jwt.secret.prefix', secret + secret],
    ['jwt.secret.prefix', `CLIENT_SECRET=${secret}`],
    ['jwt.secret.client-id', clientId],
    ['jwt.secret.other-setting', botId],
    ['jwt.secret.sample', 'your-256-bit-secret'],
    ['jwt.secret.empty', ''],
    ['jwt.signature.unknown', 'nobody has this one'],
  ])('%s, case %#', async (code, key) => {
    expect(await ofToken(made({ key }))).toBe(code);
  });

  test.each([
    ['jwt.secret.hex-decoded', '3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b', 'hex'],
    ['jwt.secret.base64url-decoded', 'Zq7pX4vLwK9mR2tY8bN5cH1dG6fJ3sA0eUiO-PaQ_xM', 'base64url'],
    ['jwt.secret.charset', 'geheim-schlüssel-zürich', 'latin1'],
  ] as const)('%s', async (code, clientSecret, encoding) => {
    const token = made({ key: Buffer.from(clientSecret, encoding) });
    expect(await ofToken(token, { settings: { clientSecret } })).toBe(code);
  });

  test('signing again with the key of the channel mends it', async () => {
    const { causes, bytes } = await examined({ headers: bearing(made({ key: `${secret}\n` })) });
    expect(causes[0]).toMatchObject({
      code: 'jwt.secret.trailing-newline',
      proof:
        'HMAC with SHA-256 over the received bytes with the secret of this channel with a line feed (LF) behind it matches.',
      certainty: 'proven',
      remedy: { kind: 'sign-again' },
    });
    expect(bytes).toEqual({ arrived: JSON.stringify(claims), signed: JSON.stringify(claims), rewriting: '' });
  });
});

describe('the channel had the secret in another form', () => {
  test.each([
    ['jwt.secret.trailing-newline', `${secret}\n`],
    ['jwt.secret.trailing-newline', `${secret}\r\n`],
    ['jwt.secret.white-space', ` ${secret}`],
    ['jwt.secret.white-space', `${secret}\t`],
    ['jwt.secret.byte-order-mark', `\u{feff}${secret}`],
  ])('%s: %j is offered to be trimmed', async (code, clientSecret) => {
    const { causes } = await examined({ headers: bearing(made()), settings: { clientSecret } });
    expect(causes[0]).toMatchObject({
      code,
      certainty: 'proven',
      remedy: { kind: 'change-setting', setting: 'clientSecret', change: 'trim' },
    });
    expect(await ofToken(made(), { settings: { clientSecret: clientSecret.trim() } })).toBe('none');
  });

  test.each([
    ['jwt.secret.quoted', `"${secret}"`],
    ['jwt.secret.prefix', `clientSecret: ${secret}`],
  ])('%s', async (code, clientSecret) => {
    expect(await ofToken(made(), { settings: { clientSecret } })).toBe(code);
  });

  test('a channel without a secret says so', async () => {
    expect(await ofToken(made(), { settings: { clientSecret: '' } })).toBe('text.not-set');
  });
});

describe('other channels of the bench', () => {
  const other = channelWith({ clientId: 'cs-other', clientSecret: 'the-secret-of-the-other-channel-1' });

  test('their secret is found, and the channel named', async () => {
    const { causes } = await examined({
      headers: bearing(made({ key: 'the-secret-of-the-other-channel-1' })),
      others: [other],
    });
    expect(causes[0]).toMatchObject({
      code: 'jwt.secret.other-channel',
      because: 'The token is signed with the secret of another channel: Shop.',
      remedy: { kind: 'use-channel', channelId: 'ch-1' },
    });
  });

  test('a token that is theirs altogether is for another app first, as the platform asks for the app first', async () => {
    const token = made({ payload: { ...claims, appId: 'cs-other' }, key: 'the-secret-of-the-other-channel-1' });
    const { causes } = await examined({ headers: bearing(token), others: [other] });
    expect(causes.map(({ code }) => code)).toEqual(['jwt.app.other', 'jwt.secret.other-channel']);
    expect(causes[0]?.remedy).toEqual({ kind: 'use-channel', channelId: 'ch-1' });
  });
});

describe('the signature itself', () => {
  const [head = '', body = '', signature = ''] = made().split('.');
  const mac = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

  test.each([
    ['jwt.signature.encoded', `${head}.${body}.${Buffer.from(signature, 'base64url').toString('hex')}`],
    [
      'jwt.signature.encoded',
      `${head}.${body}.${Buffer.from(Buffer.from(signature, 'base64url').toString('hex')).toString('base64url')}`,
    ],
    ['jwt.signature.encoded', `${head}.${body}.${mac(`{"alg":"HS256","typ":"JWT"}.${JSON.stringify(claims)}`)}`],
    ['jwt.signature.encoded', `${head}.${body}.${mac(body)}`],
    ['jwt.alg.other', made({ hash: 'sha512' })],
  ])('%s, case %#', async (code, token) => {
    expect(await ofToken(token)).toBe(code);
  });
});
