import { describe, expect, test } from 'vitest';
import { examineTexts } from '#shared/trust/autopsy/examine-texts.ts';
import type { CredentialSpot, TextCredential } from '#shared/trust/trust-model.ts';
import { caseOf, channelWith, codesOf, requestOf } from './text-case.ts';

const token = 'Vk7-pQ+2 éRo0.wXz';
const credential = (expected: string, spot: CredentialSpot): TextCredential => ({
  name: 'verify token',
  spot,
  expected,
  setting: 'verifyToken',
  isSecret: true,
});
const inBody: CredentialSpot = { in: 'body', pointer: '/verifyToken' };
const inQuery: CredentialSpot = { in: 'query', name: 'token' };

const bodyCase = (given: unknown, expected = token) =>
  caseOf(requestOf({ body: JSON.stringify({ verifyToken: given }) }), channelWith([credential(expected, inBody)]));

describe('a text that is another one than that of the channel', () => {
  test.each<[code: string, given: unknown, expected?: string]>([
    ['credential.missing', undefined],
    ['credential.empty', ''],
    ['credential.empty', '  '],
    ['text.type', 4711],
    ['text.type', null],
    ['text.type', [token]],
    ['text.white-space', `${token}\n`],
    ['text.white-space', ` ${token}`],
    ['text.white-space', `${token}\u{a0}`],
    ['text.white-space', 'ab cd-12345', 'abcd-12345'],
    ['text.white-space', token, `${token}\r\n`],
    ['text.case', token.toUpperCase()],
    ['text.quoted', `"${token}"`],
    ['text.quoted', `'${token}'`],
    ['text.quoted', `“${token}”`],
    ['text.quoted', String.raw`\"${token}\"`],
    ['text.quoted', token, `"${token}"`],
    ['text.plus', token.replace('+', ' ')],
    ['text.url-encoded', encodeURIComponent(token)],
    ['text.url-encoded', encodeURIComponent(encodeURIComponent(token))],
    ['text.url-encoded', new URLSearchParams({ a: token }).toString().slice(2)],
    ['text.url-encoded', token, encodeURIComponent(token)],
    ['text.html-escaped', 'a&amp;b&lt;c&quot;d', 'a&b<c"d'],
    ['text.html-escaped', 'a&#38;b&#x3C;c', 'a&b<c'],
    ['text.zero-width', `Vk7-\u{200b}${token.slice(4)}`],
    ['text.zero-width', `\u{feff}${token}`],
    ['text.zero-width', `${token}\u{ad}`],
    ['text.zero-width', token, `\u{feff}${token}`],
    ['text.normalisation', token.normalize('NFD')],
    ['text.normalisation', token, token.normalize('NFD')],
    ['text.look-alike', token.replace('o', 'о')],
    ['text.look-alike', token.replace('o', 'ο')],
    ['text.look-alike', token.replace('V', 'Ｖ')],
    ['text.look-alike', token.replace('0', 'O')],
    ['text.look-alike', token.replace('-', '–')],
    ['text.base64', btoa('plain-token-1234'), 'plain-token-1234'],
    ['text.base64', btoa('plain-token-1234\n'), 'plain-token-1234\n'],
    ['text.charset', 'clÃ©-secrÃ¨te-9', 'clé-secrète-9'],
    ['text.truncated', token.slice(0, 9)],
    ['text.truncated', token.slice(3)],
    ['text.truncated', `${token}99`],
    ['text.scheme', `Bearer ${token}`],
    ['text.other', 'quite-another-one'],
    ['text.not-set', 'anything', ''],
  ])('%s: %j', async (code, given, expected) => {
    const [first] = await codesOf(bodyCase(given, expected));
    expect(first).toBe(code);
  });

  test('two faults are two causes, neither of which is enough', async () => {
    const causes = await examineTexts(bodyCase(`"${token.toUpperCase()}"\n`.trim()));
    expect(causes.map(({ code }) => code).toSorted()).toEqual(['text.case', 'text.quoted']);
    expect(causes[0]?.because).toContain('Two things are wrong');
  });

  test('of two faults, the one in the settings is told as such', async () => {
    const causes = await examineTexts(bodyCase('"abcd-1234"', 'abcd-1234\n'));
    expect(causes.map(({ because }) => because)).toEqual([
      'Two things are wrong: the verify token in the settings of the channel has white space behind it (line feed).',
      'Also, the verify token stands in quotes, which count as a part of it.',
    ]);
  });

  test('white space in the settings can be mended with one click', async () => {
    const [cause] = await examineTexts(bodyCase(token, `${token}\n`));
    expect(cause).toMatchObject({
      because: 'The verify token in the settings of the channel has white space behind it (line feed).',
      remedy: { kind: 'change-setting', setting: 'verifyToken', change: 'trim' },
      certainty: 'proven',
    });
  });

  test('the kind and place of what is too much is named', async () => {
    const [white] = await examineTexts(bodyCase(`\t${token}\r\n`));
    expect(white?.because).toBe(
      'The verify token has white space before it (tab) and behind it (carriage return and line feed).',
    );
    const [unseen] = await examineTexts(bodyCase(`Vk7\u{200b}${token.slice(3)}`));
    expect(unseen?.because).toBe('The verify token has 1 character without width, the first in place 4.');
    const [alike] = await examineTexts(bodyCase(token.replace('wX', 'wХ')));
    expect(alike?.because).toContain('in place');
  });
});

describe('a token behind a scheme', () => {
  const channel = channelWith([credential('abc-DEF-123', { in: 'header', name: 'Authorization', scheme: 'Bearer' })]);
  test.each<[value: string, codes: readonly string[]]>([
    ['abc-DEF-123', ['text.scheme']],
    ['Token abc-DEF-123', ['text.scheme']],
    ['BearerabC', ['text.scheme']],
    ['Bearer: abc-DEF-123', ['text.scheme']],
    ['Bearerabc-DEF-123', ['text.scheme']],
    ['Bearer Bearer abc-DEF-123', ['text.scheme']],
    [`Basic ${btoa('user:abc-DEF-123')}`, ['text.scheme']],
    ['"Bearer abc-DEF-123"', ['text.quoted']],
    ['Bearer%20abc-DEF-123', ['text.url-encoded']],
    ['"abc-DEF-123"', ['text.scheme', 'text.quoted']],
    ['Bearer "abc-DEF-123"', ['text.quoted']],
    ['Bearer abc-def-123', ['text.case']],
    ['Bearer \u{ef}\u{bb}\u{bf}abc-DEF-123', ['text.zero-width']],
    ['Bearer abc-DEF-123\u{c2}\u{a0}', ['text.white-space']],
    ['Bearer', ['credential.empty']],
    ['', ['credential.empty']],
    ['bearer   abc-DEF-123', []],
  ])('%j', async (value, codes) => {
    const told = await codesOf(
      caseOf(requestOf({ headers: [['authorization', value]] }), channel, {
        verdict: { state: 'unchecked', because: '', checks: [] },
      }),
    );
    expect(told).toEqual(codes);
  });
});

describe('a text in another place', () => {
  const channel = channelWith([credential(token, inBody)]);
  test.each([
    [
      'a query parameter',
      requestOf({ target: `/receive?challenge.verifyToken=${encodeURIComponent(token)}`, body: '{}' }),
      'the query parameter challenge.verifyToken',
    ],
    [
      'a header',
      requestOf({
        headers: [
          ['X-Verify-Token', 'Bearer abcd'],
          ['X-Token', token],
        ],
        body: '{}',
      }),
      'the header x-token',
    ],
    [
      'a header with a scheme',
      requestOf({ headers: [['Authorization', `Bearer ${token}`]], body: '{}' }),
      'the header authorization',
    ],
    ['another member', requestOf({ body: JSON.stringify({ verify_token: token }) }), 'the body at /verify_token'],
    ['deep in the body', requestOf({ body: JSON.stringify({ a: [{ token }] }) }), 'another part of the body'],
    [
      'a form',
      requestOf({ body: new URLSearchParams({ verifyToken: token }).toString() }),
      'the form field verifyToken',
    ],
    ['a cookie', requestOf({ headers: [['Cookie', `a=b; token=${token}`]], body: '{}' }), 'the header cookie'],
  ])('%s is named', async (_title, request, place) => {
    const [cause] = await examineTexts(caseOf(request, channel));
    expect(cause).toMatchObject({ code: 'text.spot', certainty: 'proven' });
    if (place !== 'another part of the body') expect(cause?.because).toContain(place);
    expect(cause?.fix).toBe('Put it into the JSON body at /verifyToken.');
  });

  test('the name of a place is left out where it holds a part of the secret', async () => {
    const secret = 'QXJ7-K2M9-VTZ4';
    const request = requestOf({ target: `/receive?${secret}=${secret}`, body: '{}' });
    const [cause] = await examineTexts(caseOf(request, channelWith([credential(secret, inBody)])));
    expect(cause?.because).toBe('The verify token stands in the wrong place: another parameter of the query.');
  });

  test('the right one may stand behind a wrong one of the same name', async () => {
    const request = requestOf({ target: '/receive?token=nothing-right&token=right-token' });
    const [cause] = await examineTexts(caseOf(request, channelWith([credential('right-token', inQuery)])));
    expect(cause?.because).toContain('a second time');
  });

  test('in another place and changed: both are told', async () => {
    const request = requestOf({ headers: [['X-Token', `"${token}"`]], body: '{}' });
    expect(await codesOf(caseOf(request, channel))).toEqual(['text.spot', 'text.quoted']);
  });
});

describe('a text of somebody else', () => {
  test('that of another channel is named, and leads there', async () => {
    const other = channelWith([credential('the-token-of-others', inQuery)], {
      id: 'c2',
      name: 'Second',
      platformName: 'Other',
    });
    const [cause] = await examineTexts({ ...bodyCase('the-token-of-others'), others: [other] });
    expect(cause).toMatchObject({
      code: 'text.other-channel',
      because: 'The verify token belongs to another channel: “Second”, which is of another platform.',
      remedy: { kind: 'use-channel', channelId: 'c2' },
    });
  });

  test('another setting of the same channel is named', async () => {
    const channel = channelWith([credential(token, inBody)], { settings: { accessToken: 'an-access-token-123' } });
    const request = requestOf({ body: JSON.stringify({ verifyToken: 'an-access-token-123' }) });
    const [cause] = await examineTexts(caseOf(request, channel));
    expect(cause?.because).toContain('its setting accessToken');
  });
});
