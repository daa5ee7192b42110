import type { CauseCode } from '#shared/trust/autopsy/causes.ts';
import { encodeBase64, encodeBase64Url } from '#shared/text/base64.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { hexOf } from './evidence.ts';
import { fromBase64, fromHex, htmlEscaped, latin1, percentDecoded, textBytes, utf16 } from './jwt-secret-bytes.ts';

/** A secret as it may have become on its way from the place where it is shown to the place where it signs. */
export type SecretVariant = {
  readonly code: CauseCode;
  /** Whose copy is the odd one: with `channel` the setting holds what the signer's has not. */
  readonly side: 'signer' | 'channel';
  /** What the signer's secret is, as it goes on after "the secret": `with a line feed behind it`. */
  readonly how: string;
  readonly key: Uint8Array;
};

/** A change, and the key that it makes; null where it cannot be made. */
export type SecretChange = readonly [
  code: CauseCode,
  side: SecretVariant['side'],
  how: string,
  key: string | Uint8Array | null,
];

const fronts = ['', ' ', '  ', '\t', '\n'];
const backs = ['', ' ', '  ', '\t', '\n', '\r\n', ' \n', '\u{a0}'];

const spaced = (secret: string): readonly SecretChange[] =>
  fronts.flatMap((front) =>
    backs.map((back): SecretChange => {
      const sides = front === '' ? 'behind it' : back === '' ? 'before it' : 'on both sides';
      return ['jwt.secret.white-space', 'signer', `with white space ${sides}`, `${front}${secret}${back}`];
    }),
  );

const around = (secret: string): readonly SecretChange[] => {
  const line = 'jwt.secret.trailing-newline';
  const white = 'jwt.secret.white-space';
  return [
    [line, 'channel', 'without the line break at its end', secret.replace(/[\r\n]+$/, '')],
    [
      'jwt.secret.byte-order-mark',
      'channel',
      'without the byte order mark before it',
      secret.replace(/^\u{feff}/u, ''),
    ],
    [white, 'channel', 'without the white space around it', secret.trim()],
    [white, 'channel', 'without the white space behind it', secret.trimEnd()],
    [white, 'channel', 'without the white space before it', secret.trimStart()],
    [line, 'signer', 'with a line feed (LF) behind it', `${secret}\n`],
    [line, 'signer', 'with CR and LF behind it', `${secret}\r\n`],
    [line, 'signer', 'with a carriage return (CR) behind it', `${secret}\r`],
    [line, 'signer', 'with two line feeds behind it', `${secret}\n\n`],
    [line, 'signer', 'with another line break behind it', `${secret.trimEnd()}\n`],
    [line, 'signer', 'with another line break behind it', `${secret.trimEnd()}\r\n`],
    [line, 'signer', 'with a backslash and an n behind it, which were meant as a line feed', `${secret}\\n`],
    ...spaced(secret),
    [white, 'channel', 'without any white space in it', secret.replaceAll(/\s/g, '')],
  ];
};

const wrapped = (secret: string): readonly SecretChange[] => {
  const mark = 'jwt.secret.byte-order-mark';
  const quoted = 'jwt.secret.quoted';
  return [
    [mark, 'signer', 'with a byte order mark before it', `\u{feff}${secret}`],
    [mark, 'signer', 'with a byte order mark before it and a line feed behind it', `\u{feff}${secret}\n`],
    [mark, 'signer', 'with a byte order mark before it and CR and LF behind it', `\u{feff}${secret}\r\n`],
    [
      quoted,
      'channel',
      'without the quotes around it',
      secret
        .trim()
        .replace(/^["'`“‘]+/, '')
        .replace(/["'`”’]+$/, ''),
    ],
    [quoted, 'signer', 'in double quotes', `"${secret}"`],
    [quoted, 'signer', 'in single quotes', `'${secret}'`],
    [quoted, 'signer', 'in double quotes, with a line feed behind them', `"${secret}"\n`],
    [quoted, 'signer', 'in single quotes, with a line feed behind them', `'${secret}'\n`],
    [quoted, 'signer', 'in backticks', `\`${secret}\``],
    [quoted, 'signer', 'in curly quotes', `“${secret}”`],
    [quoted, 'signer', 'with a quote before it', `"${secret}`],
    [quoted, 'signer', 'with a quote behind it', `${secret}"`],
  ];
};

const decoded = (secret: string): readonly SecretChange[] => [
  ['jwt.secret.base64-decoded', 'signer', 'decoded from base64', fromBase64(secret, /^[\w+/]+$/)],
  ['jwt.secret.base64url-decoded', 'signer', 'decoded from base64url', fromBase64(secret, /^[\w-]+$/)],
  ['jwt.secret.hex-decoded', 'signer', 'decoded from hex', fromHex(secret)],
  ['jwt.secret.url-decoded', 'signer', 'URL-decoded', percentDecoded(secret)],
  [
    'jwt.secret.url-decoded',
    'signer',
    'read as a form, with a space for +',
    percentDecoded(secret.replaceAll('+', ' ')),
  ],
];

const encoded = (secret: string): readonly SecretChange[] => {
  const code = 'jwt.secret.encoded';
  const raw = textBytes(secret);
  const percent = encodeURIComponent(wellFormed(secret));
  return [
    [code, 'signer', 'encoded as base64', encodeBase64(raw)],
    [code, 'signer', 'encoded as base64url', encodeBase64Url(raw)],
    [code, 'signer', 'encoded as base64, with a line feed behind it', encodeBase64(textBytes(`${secret}\n`))],
    [code, 'signer', 'encoded as hex', hexOf(raw)],
    [code, 'signer', 'encoded as hex in capitals', hexOf(raw).toUpperCase()],
    [code, 'signer', 'URL-encoded', percent],
    [code, 'signer', 'URL-encoded as a form', percent.replaceAll('%20', '+')],
    [code, 'signer', 'HTML-escaped', htmlEscaped(secret)],
    [code, 'signer', 'escaped as in JSON', JSON.stringify(secret).slice(1, -1)],
  ];
};

const respelt = (secret: string): readonly SecretChange[] => [
  ['jwt.secret.case', 'signer', 'in lower case', secret.toLowerCase()],
  ['jwt.secret.case', 'signer', 'in upper case', secret.toUpperCase()],
  [
    'jwt.secret.case',
    'signer',
    'with another case of its first letter',
    `${/^[a-z]/.test(secret) ? secret.slice(0, 1).toUpperCase() : secret.slice(0, 1).toLowerCase()}${secret.slice(1)}`,
  ],
  ['jwt.secret.utf-16', 'signer', 'read as UTF-16 (little-endian)', utf16(secret, true)],
  ['jwt.secret.utf-16', 'signer', 'read as UTF-16 (big-endian)', utf16(secret, false)],
  ['jwt.secret.utf-16', 'signer', 'read as UTF-16 with a byte order mark', utf16(`\u{feff}${secret}`, true)],
  [
    'jwt.secret.utf-16',
    'signer',
    'read as UTF-16 (big-endian) with a byte order mark',
    utf16(`\u{feff}${secret}`, false),
  ],
  ['jwt.secret.charset', 'signer', 'read as Latin-1', latin1(secret)],
  ['jwt.secret.charset', 'signer', 'in composed letters (NFC)', secret.normalize('NFC')],
  ['jwt.secret.charset', 'signer', 'in decomposed letters (NFD)', secret.normalize('NFD')],
  [
    'jwt.secret.charset',
    'signer',
    'read as Latin-1 and written as UTF-8 once more',
    String.fromCharCode(...textBytes(secret.slice(0, 2000))),
  ],
];

/** How a secret ends up with too much: the name in front of it, as in a file of variables, or itself twice. */
const enlarged = (secret: string): readonly SecretChange[] => {
  const code = 'jwt.secret.prefix';
  return [
    [code, 'signer', 'twice in a row', `${secret}${secret}`],
    [code, 'signer', 'with a semicolon behind it', `${secret};`],
    [code, 'signer', 'with a comma behind it', `${secret},`],
    [code, 'signer', 'with an equals sign before it', `=${secret}`],
    [code, 'signer', 'with an equals sign behind it', `${secret}=`],
    [code, 'signer', 'with the word Bearer before it', `Bearer ${secret}`],
    [code, 'channel', 'without the name and the sign before it', secret.replace(/^[\w.-]+\s*[=:]\s*/, '')],
    [code, 'channel', 'without the punctuation behind it', secret.replace(/[;,.=]+$/, '')],
  ];
};

/** Each key once, but for the secret itself and for an empty one. */
export const variantsOf = (changes: readonly SecretChange[], secret: string): readonly SecretVariant[] => {
  const seen = new Set([hexOf(textBytes(secret))]);
  return changes.flatMap(([code, side, how, changed]) => {
    if (changed === null || changed.length === 0) return [];
    const key = typeof changed === 'string' ? textBytes(changed) : changed;
    const name = hexOf(key);
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ code, side, how, key }];
  });
};

/** The ways in which a secret changes, the likeliest first, each key once. An empty secret has none. */
export const likelyVariants = (secret: string): readonly SecretVariant[] =>
  secret === ''
    ? []
    : variantsOf(
        [
          ...around(secret),
          ...wrapped(secret),
          ...decoded(secret),
          ...respelt(secret),
          ...encoded(secret),
          ...enlarged(secret),
        ],
        secret,
      );

/** Secrets of samples and of well-known pages, which are forgotten in a configuration. */
export const sampleSecrets: readonly string[] = [
  'your-256-bit-secret',
  'a-string-secret-at-least-256-bits-long',
  'your-512-bit-secret',
  'your_jwt_secret',
  'secret',
  'changeme',
  'password',
  'test',
];
