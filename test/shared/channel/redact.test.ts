import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationIdOf } from '#shared/channel/channel.ts';
import { mask, redact, secretPlaces } from '#shared/channel/redact.ts';

test('a secret is masked as it is and percent-encoded', () => {
  expect(redact('/hook?token=a b/c+d&x=a%20b%2Fc%2Bd', ['a b/c+d'])).toBe(`/hook?token=${mask}&x=${mask}`);
});

test('a secret is masked whichever of its characters are percent-encoded, and however', () => {
  const secret = "p@ss w0rd=(it's) ü-1";
  const spellings = [
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ secret }).toString().slice('secret='.length),
    [...new TextEncoder().encode(secret)].map((byte) => `%${byte.toString(16)}`).join(''),
    secret.replace('=', '%3d'),
  ];
  for (const each of spellings) expect(redact(`/hook?token=${each}&x=1`, [secret])).toBe(`/hook?token=${mask}&x=1`);
});

test('a secret is masked where it was percent-encoded twice, is base64, or has lost the line break of its setting', () => {
  const secret = 'NOT-A-REAL/secret+45';
  expect(redact('aps' + encodeURIComponent(encodeURIComponent(secret)), [secret])).toBe(`aps${mask}`);
  expect(redact(`Basic ${Buffer.from(secret).toString('base64')}`, [secret])).toBe(`Basic ${mask}`);
  expect(redact(`?token=${secret}&x=1`, [`${secret}\n`])).toBe(`?token=${mask}&x=1`);
});

test('a secret that holds another one is masked whole', () => {
  expect(redact('key-long and key-', ['key-', 'key-long'])).toBe(`${mask} and ${mask}`);
});

test('the places of secrets are what is masked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 4, maxLength: 8 }), { maxLength: 4 }),
      fc.string(),
      (secrets, between) => {
        const text = secrets.flatMap((secret) => [between, encodeURIComponent(secret), between, secret]).join(' ');
        const places = secretPlaces(text, secrets);
        const ends = [0, ...places.map(([, to]) => to)];
        expect(ends.map((end, at) => text.slice(end, places[at]?.[0])).join(mask)).toBe(redact(text, secrets));
      },
    ),
  );
});

test('no secret of four characters or more is left in any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 4, unit: 'grapheme' }), fc.string(), (before, secret, after) => {
      fc.pre(!mask.includes(secret));
      expect(redact(before + secret + after, [secret])).not.toContain(secret);
    }),
  );
});

test('any user has a conversation id, also one whose name is no well-formed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (userId) => {
      expect(conversationIdOf('channel', `${userId}\uD800`)).toMatch(/^channel\//);
    }),
  );
});
