type Reader = (text: string) => readonly string[];

const runs = (text: string, pattern: RegExp): readonly string[] => Array.from(text.matchAll(pattern), ([run]) => run);

const percent: Reader = (text) =>
  runs(text, /[^\s"<>]*%[\da-f]{2}[^\s"<>]*/gi).map((run) =>
    Buffer.from(
      run.replaceAll(/%([\da-f]{2})/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
      'latin1',
    ).toString('utf8'),
  );

/** Wherever it may begin within a group of four. */
const base64: Reader = (text) =>
  runs(text, /[\w+/-]{8,}/g).flatMap((run) =>
    [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('utf8')),
  );

const base64InLines: Reader = (text) =>
  runs(text, /(?:[\w+/-]{40,}(?:\\r)?(?:\\n|\n))+[\w+/-]*/g).map((run) =>
    Buffer.from(run.replaceAll(/\\r|\\n|\s/g, ''), 'base64').toString('utf8'),
  );

const hexadecimal: Reader = (text) =>
  runs(text, /(?:[\da-f]{2}){4,}/gi).map((run) => Buffer.from(run, 'hex').toString('utf8'));

/** Wherever it may begin within a group of eight. */
const base32: Reader = (text) =>
  runs(text, /[A-Z2-7]{10,}/gi).flatMap((run) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((from) => {
      const values = Array.from(run.toUpperCase().slice(from), (sign) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign),
      );
      const bits = values.map((each) => each.toString(2).padStart(5, '0')).join('');
      return Buffer.from((bits.match(/.{8}/g) ?? []).map((each) => Number.parseInt(each, 2))).toString('utf8');
    }),
  );

const escapes: Reader = (text) =>
  text.includes('\\')
    ? [
        text
          .replaceAll(/\\u([\da-f]{4})/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
          .replaceAll(/\\(["\\/])/g, '$1')
          .replaceAll(/\\[bfnrt]/g, ' '),
      ]
    : [];

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entities: Reader = (text) =>
  /&#?\w+;/.test(text)
    ? [
        text
          .replaceAll(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
          .replaceAll(/&#x([\da-f]+);/gi, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
          .replaceAll(/&(\w+);/g, (whole, name: string) => named[name] ?? whole),
      ]
    : [];

const readers = [percent, base64, base64InLines, base32, hexadecimal, escapes, entities];

/**
 * Everything that can be read out of a text by whoever tries: percent-encoding, base64 of either alphabet, base32, hexadecimal, escapes of JSON and
 * entities of XML, each within each. Written here and not by what is tested.
 */
export const readingsOf = (text: string, depth = 4): string => {
  if (depth === 0 || text.length < 4) return text;
  const read = readers.flatMap((reader) => reader(text)).filter((each) => each !== text);
  const fresh = [...new Set(read)].join('\n');
  return fresh === '' ? text : `${text}\n${readingsOf(fresh, depth - 1)}`;
};
