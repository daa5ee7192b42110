import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hygieneOf, type OddityCode } from '#shared/trust/hygiene.ts';

const secret = 'Vk7-pQ+2/Ro0.wXz9==';
const pem = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\nAgEGCCqGSM49AwEH\n-----END PRIVATE KEY-----\n';

const codesOf = (text: string, isSecret = true): readonly OddityCode[] =>
  hygieneOf(text, { isSecret }).oddities.map(({ code }) => code);

describe('a secret that was pasted', () => {
  test.each<[what: string, text: string, code: OddityCode, cleaned?: string | null]>([
    ['a line feed behind it, as from a file', `${secret}\n`, 'white-space'],
    ['a space before it', ` ${secret}`, 'white-space'],
    ['a no-break space, as from a page', `${secret}\u{a0}`, 'white-space'],
    ['a byte order mark', `\u{feff}${secret}`, 'zero-width'],
    ['a space without width', `Vk7-\u{200b}${secret.slice(4)}`, 'zero-width'],
    ['a soft hyphen', `${secret}\u{ad}`, 'zero-width'],
    ['straight quotes', `"${secret}"`, 'quoted'],
    ['single quotes', `'${secret}'`, 'quoted'],
    ['typographic quotes', `“${secret}”`, 'quoted'],
    ['quotes of a shell', String.raw`\"${secret}\"`, 'quoted'],
    ['one quote that is left', `${secret}"`, 'quoted'],
    ['a line break in it, as from a mail', `${secret.slice(0, 8)}\r\n  ${secret.slice(8)}`, 'line-break'],
    ['the word Bearer', `Bearer ${secret}`, 'scheme'],
    ['the whole header', `Authorization: bearer ${secret}`, 'scheme'],
    ['the name of a variable', `CLIENT_SECRET=${secret}`, 'assignment'],
    ['a line of a shell', `export KORE_TOKEN=${secret}`, 'assignment'],
    ['a Cyrillic o', secret.replace('o', 'о'), 'look-alike'],
    ['a dash of a word processor', secret.replace('-', '–'), 'look-alike'],
    ['a full-width letter', secret.replace('V', 'Ｖ'), 'look-alike'],
    ['dots in its place', '••••••••', 'masked', null],
    ['asterisks at its end', 'abcd****', 'masked', null],
    ['words in its place', 'your-client-secret', 'placeholder', null],
    ['a frame', '<client secret>', 'placeholder', 'client secret'],
    ['a variable', '${CLIENT_SECRET}', 'placeholder', null],
    ['what a program prints', 'undefined', 'placeholder', null],
    ['words', 'two words', 'inner-space', null],
    ['nothing but white space', ' \n', 'white-space', null],
  ])('%s', (_what, text, code, cleaned = secret) => {
    expect(codesOf(text)).toContain(code);
    expect(hygieneOf(text, { isSecret: true }).cleaned).toBe(cleaned);
  });

  test('several things at once are all told, and go with one click', () => {
    const { oddities, cleaned } = hygieneOf(`\u{feff} "Bearer ${secret}"\r\n`, { isSecret: true });
    expect(oddities.map(({ code }) => code)).toEqual(['zero-width', 'white-space', 'quoted', 'scheme']);
    expect(cleaned).toBe(secret);
  });

  test.each([
    secret,
    'NOT-A-REAL-SECRET-invented-for-Hookbench-01=',
    '비밀번호-안녕',
    'clé-secrète-9',
    'a'.repeat(5000),
    pem,
    pem.replaceAll('\n', '\r\n'),
    'hunter2',
  ])('nothing is odd about %j', (text) => {
    expect(hygieneOf(text, { isSecret: true })).toEqual({ oddities: [], cleaned: null });
  });

  test('a key in PEM form keeps its line breaks, and loses what nobody sees', () => {
    const { oddities, cleaned } = hygieneOf(
      `\u{feff}${pem.replace('-----BEGIN', '––—BEGIN').replace('––—', '-–---')}`,
      {
        isSecret: true,
      },
    );
    expect(oddities.map(({ code }) => code)).toEqual(['zero-width', 'look-alike']);
    expect(cleaned).toBe(pem);
  });
});

describe('a setting that is no secret', () => {
  test.each<[text: string, codes: readonly OddityCode[], cleaned: string | null]>([
    ['https://bots.kore.ai ', ['white-space'], 'https://bots.kore.ai'],
    ['\u{feff}st-1f0c7a52', ['zero-width'], 'st-1f0c7a52'],
    ['"st-1f0c7a52"', ['quoted'], 'st-1f0c7a52'],
    ['https://bоts.kore.ai', ['look-alike'], 'https://bots.kore.ai'],
    ['${BOT_ID}', ['placeholder'], null],
    ['<bot id>', ['placeholder', 'quoted'], 'bot id'],
    ['Larkspur Bank', [], null],
    ['Robin’s “own” bank – the best', [], null],
    ['Зоя', [], null],
    ['👩‍💻 Mia', [], null],
    ['Sorry.\nPlease try again.', [], null],
    ["the dogs'", [], null],
    ['password', [], null],
  ])('%j', (text, codes, cleaned) => {
    expect(codesOf(text, false)).toEqual(codes);
    expect(hygieneOf(text, { isSecret: false }).cleaned).toBe(cleaned);
  });
});

const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\t',
        '"',
        "'",
        '“',
        '”',
        '\u{feff}',
        '\u{200b}',
        'Bearer ',
        'A_B=',
        'о',
        '–',
        '<',
        '>',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('whatever is pasted, what is cleaned is shorter or as long, is not empty, and nothing told quotes the text', () => {
  fc.assert(
    fc.property(pasted, fc.boolean(), (text, isSecret) => {
      const { oddities, cleaned } = hygieneOf(text, { isSecret });
      if (cleaned !== null) {
        expect(cleaned).not.toBe('');
        expect(cleaned.length).toBeLessThanOrEqual(text.length);
        expect(oddities.length).toBeGreaterThan(0);
      }
      const canary = `CANARY${text}CANARY`;
      for (const { what } of hygieneOf(canary, { isSecret }).oddities) expect(what).not.toContain('CANARY');
    }),
  );
});

test('what was cleaned has nothing more to be taken away', () => {
  fc.assert(
    fc.property(pasted, fc.boolean(), (text, isSecret) => {
      const { cleaned } = hygieneOf(text, { isSecret });
      if (cleaned !== null) expect(hygieneOf(cleaned, { isSecret }).cleaned).toBeNull();
    }),
  );
});
