import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { examineTexts } from '#shared/trust/autopsy/examine-texts.ts';
import { notCredentialCauses } from '#shared/trust/autopsy/not-credential.ts';
import { addressCauses } from '#shared/trust/autopsy/not-credential-address.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { sameText } from '#shared/trust/same-text.ts';
import type { CredentialSpot, TextCredential } from '#shared/trust/trust-model.ts';
import { caseOf, channelWith, codesOf, requestOf } from './text-case.ts';

const template = '/api/id{botId}/aps{secret}';
const spots: readonly CredentialSpot[] = [
  { in: 'header', name: 'Authorization', scheme: 'Bearer' },
  { in: 'header', name: 'x-access-secret' },
  { in: 'query', name: 'token' },
  { in: 'body', pointer: '/verifyToken' },
  { in: 'path', template, name: 'secret' },
];
const credentialOf = (expected: string, spot: CredentialSpot, over: Partial<TextCredential> = {}): TextCredential => ({
  name: 'verify token',
  spot,
  expected,
  setting: 'verifyToken',
  isSecret: true,
  ...over,
});

/** The text as a careful client puts it into its spot. */
const written = (text: string, spot: CredentialSpot): RawRequest => {
  switch (spot.in) {
    case 'header':
      return requestOf({ headers: [[spot.name, spot.scheme === undefined ? text : `${spot.scheme} ${text}`]] });
    case 'query':
      return requestOf({ target: `/receive?a=1&token=${encodeURIComponent(text)}` });
    case 'body':
      return requestOf({ body: JSON.stringify({ verifyToken: text }) });
    case 'path':
      return requestOf({ target: `/api/id7/aps${encodeURIComponent(text)}?x=1` });
    default:
      throw new Error('There is no such spot.');
  }
};

const sentencesOf = (causes: readonly Cause[]): string =>
  causes
    .map(({ because, proof, fix, remedy }) => `${because}\n${proof}\n${fix}\n${JSON.stringify(remedy ?? '')}`)
    .join('\n');

// No word of a sentence has four of these in a row.
const canary = fc
  .array(fc.constantFrom(...'QXZJKVW0123456789+/=%&~'.split('')), { minLength: 8, maxLength: 40 })
  .map((letters) => letters.join(''))
  .filter((each) => !/%/.test(each.slice(-2)));
const plainToken = fc
  .array(fc.constantFrom(...'bdfhmtQXZKVW23456789-_'.split('')), { minLength: 12, maxLength: 40 })
  .map((letters) => `bQ${letters.join('')}7x`);
const anySpot = fc.constantFrom(...spots);

const formsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret, 'utf8');
  const windows = Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4));
  const encoded = [
    encodeURIComponent(secret),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...windows, ...encoded, bytes.toString('hex').toUpperCase()];
};

const mutations: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => ` ${text}\n`,
  (text) => text.toLowerCase(),
  (text) => `"${text}"`,
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => text.slice(0, -3),
  (text) => `${text}${text}`,
  (text) => `Bearer Bearer ${text}`,
  (text) => `Basic ${Buffer.from(`${text}:${text}`).toString('base64')}`,
  (text) => text.split('').toReversed().join(''),
  (text) => `${text.slice(0, 4)}\u{200b}${text.slice(4)}`,
];

describe('an examination of any request', () => {
  test('never throws, whatever came and whatever is expected', async () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%%41', '\u{d800}', '"', '&#x110000;'),
    );
    const anyRequest = fc.record({
      method: fc.constantFrom('GET', 'POST', 'OPTIONS', ''),
      target: fc.oneof(
        anyText,
        anyText.map((each) => `/api/id7/aps${each}`),
        anyText.map((each) => `/?token=${each}`),
      ),
      headers: fc.array(
        fc.tuple(
          fc.constantFrom('Authorization', 'authorization', 'x-access-secret', 'Cookie', 'content-type', ''),
          anyText,
        ),
      ),
      body: fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((each) => new TextEncoder().encode(each)),
        anyText.map((each) => new TextEncoder().encode(JSON.stringify({ verifyToken: each }))),
      ),
    });
    await fc.assert(
      fc.asyncProperty(anyRequest, anyText, anySpot, async (request, expected, spot) => {
        const trustCase = caseOf(
          request,
          channelWith([credentialOf(expected, spot), credentialOf('other-credential', { in: 'query', name: 'b' })]),
        );
        for (const each of [...(await examineTexts(trustCase)), ...notCredentialCauses(trustCase)])
          expect([each.because, each.proof, each.fix].every((sentence) => sentence.length > 0)).toBe(true);
        expect(addressCauses([{ method: 'POST', path: template }], request, { botId: '7' }).length).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  test('never holds a part of a secret, neither of the one expected nor of what came', async () => {
    const mutation = fc.constantFrom(...mutations);
    await fc.assert(
      fc.asyncProperty(
        canary,
        canary,
        anySpot,
        anySpot,
        mutation,
        fc.boolean(),
        async (secret, second, spot, wrong, mutate, asName) => {
          const given = written(mutate(secret), wrong);
          const request = asName
            ? {
                ...given,
                target: `${given.target.split('?')[0] ?? ''}?${encodeURIComponent(secret)}=${encodeURIComponent(secret)}&${mutate(second)}=1`,
                headers: [...given.headers, [`x-${secret}`, mutate(second)] as const],
                body: new TextEncoder().encode(JSON.stringify({ [secret]: { [second]: secret } })),
              }
            : given;
          const other = channelWith([credentialOf(second, spot)], { id: 'c2', name: `Channel of ${second}` });
          const trustCase = caseOf(request, channelWith([credentialOf(secret, spot)]), { others: [other] });
          const told = sentencesOf([...(await examineTexts(trustCase)), ...notCredentialCauses(trustCase)]);
          for (const form of [...formsOf(secret), ...formsOf(second)]) expect(told).not.toContain(form);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('finds nothing wrong with a credential that is right', async () => {
    const anyToken = fc.string({ minLength: 1 }).filter((each) => each.trim() === each && each !== '');
    await fc.assert(
      fc.asyncProperty(anyToken, anySpot, async (token, spot) => {
        const trustCase = caseOf(written(token, spot), channelWith([credentialOf(token, spot)]));
        expect(await codesOf(trustCase)).toEqual([]);
        const trusted = { ...trustCase, verdict: { state: 'trusted', because: '', checks: [] } as const };
        expect(notCredentialCauses(trusted)).toEqual([]);
      }),
    );
  });

  test.each<[code: string, change: (token: string) => string]>([
    ['text.white-space', (token) => `${token}\r\n`],
    ['text.white-space', (token) => `${token.slice(0, 5)} ${token.slice(5)}`],
    ['text.case', (token) => token.toUpperCase()],
    ['text.quoted', (token) => `'${token}'`],
    ['text.zero-width', (token) => `${token}\u{2060}`],
    ['text.look-alike', (token) => token.replace('x', '\u{445}')],
    ['text.look-alike', (token) => token.replace('7', '\u{ff17}')],
    ['text.base64', (token) => Buffer.from(token).toString('base64')],
    ['text.truncated', (token) => token.slice(0, -4)],
    ['text.scheme', (token) => `Token ${token}`],
    ['text.other', (token) => `n${token.slice(3, 9)}ope`],
  ])('says %s of any token that it happened to, wherever it stands', async (code, change) => {
    await fc.assert(
      fc.asyncProperty(plainToken, fc.constantFrom<CredentialSpot>(...spots.slice(2)), async (token, spot) => {
        fc.pre(!(code === 'text.scheme' && spot.in === 'path'));
        const [first] = await codesOf(caseOf(written(change(token), spot), channelWith([credentialOf(token, spot)])));
        expect(first).toBe(code);
      }),
      { numRuns: 60 },
    );
  });
});

test('two texts are the same as === has it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(sameText(one, other)).toBe(one === other);
      expect(sameText(one, one)).toBe(true);
      expect(sameText(`${one}\0`, one) || sameText(one, `${one}\0`)).toBe(false);
    }),
  );
});
