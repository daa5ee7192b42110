import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationIdOf } from '#shared/channel/channel.ts';
import { mask, redact } from '#shared/channel/redact.ts';

test('a secret is masked as it is and percent-encoded', () => {
  expect(redact('/hook?token=a b/c+d&x=a%20b%2Fc%2Bd', ['a b/c+d'])).toBe(`/hook?token=${mask}&x=${mask}`);
});

test('a secret that holds another one is masked whole', () => {
  expect(redact('key-long and key-', ['key-', 'key-long'])).toBe(`${mask} and ${mask}`);
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
