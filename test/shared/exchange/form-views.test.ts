import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formPairs } from '#shared/exchange/form-pairs.ts';
import { readParts } from '#shared/exchange/multipart.ts';

describe('the fields of an urlencoded form', () => {
  test('are told in order, decoded, with their places', () => {
    const text = 'a=1&&a=%20+b&c&=d&%=%zz&e==';
    const { pairs, isCut } = formPairs(text);
    expect(pairs.map(({ name, value, from, to }) => [name, value, text.slice(from, to)])).toEqual([
      ['a', '1', 'a=1'],
      ['a', '  b', 'a=%20+b'],
      ['c', '', 'c'],
      ['', 'd', '=d'],
      ['%', '%zz', '%=%zz'],
      ['e', '=', 'e=='],
    ]);
    expect(isCut).toBe(false);
  });

  test('are those that URLSearchParams reads', () => {
    const sign = fc.constantFrom('a', 'é', '&', '=', '+', '%', '%2', '%41', '%C3%A9', '%ff', ' ', '?', '#');
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = `x${signs.join('')}`;
        expect(formPairs(text).pairs.map(({ name, value }) => [name, value])).toEqual([...new URLSearchParams(text)]);
      }),
    );
  });

  test('are bounded', () => {
    const many = formPairs('a&'.repeat(100_000));
    expect([many.pairs.length, many.isCut]).toEqual([5000, true]);
  });
});

const read = (text: string, boundary = 'b') => {
  const body = new TextEncoder().encode(text);
  const { parts, problems } = readParts(body, `multipart/form-data; boundary=${boundary}`);
  return { parts, problems, contents: parts.map(({ from, to }) => new TextDecoder().decode(body.subarray(from, to))) };
};
const part = (head: string, content: string): string =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;

describe('the parts of a multipart form', () => {
  test('are told with their headers, names and bytes', () => {
    const file = 'name="f"; filename="a%22b.png"\r\nContent-Type: image/png\r\nX-Odd:  1';
    const { parts, contents, problems } = read(`${part('name="a"', '1\r\n--c')}${part(file, '')}--b--\r\n`);
    expect(contents).toEqual(['1\r\n--c', '']);
    expect(parts.map(({ name, fileName, type }) => [name, fileName, type])).toEqual([
      ['a', null, 'text/plain'],
      ['f', 'a"b.png', 'image/png'],
    ]);
    expect(parts[1]?.headers.at(-1)).toEqual(['X-Odd', '1']);
    expect(problems).toEqual([]);
  });

  test('have names that are quoted, bare, encoded or folded', () => {
    const heads = [
      'name=a',
      String.raw`name="a\"\\"`,
      `name="é"; filename*=UTF-8''%ED%95%9C`,
      'filename=x;\r\n name="a"',
    ];
    const { parts } = read(`${heads.map((head) => part(head, '')).join('')}--b--`);
    expect(parts.map(({ name, fileName }) => [name, fileName])).toEqual([
      ['a', null],
      ['a"\\', null],
      ['é', '한'],
      ['a', 'x'],
    ]);
  });

  test.each([
    ['none', [], ['The boundary that Content-Type names is nowhere in the body.']],
    [
      `${part('name="a"', '1')}--bb\r\n2`,
      ['1\r\n--bb\r\n2'],
      ['The last part is not closed: the end of the body is missing.'],
    ],
    [`x\r\n${part('name="a"', '1')}--b--`, ['1'], ['Something stands before the first part: nobody reads it.']],
    [
      '--b\nContent-Disposition: form-data; name="a"\n\n1\n--b--',
      ['1'],
      ['Lines end with LF alone: RFC 2046 wants CRLF.'],
    ],
    [`${part('x="a"', '1')}--b--`, ['1'], ['A part has no name: a form must give each one (RFC 7578 §4.2).']],
    [
      '--b\r\nX: 1\r\n--b--',
      [''],
      [
        'A part has no empty line behind its headers.',
        'A part has no name: a form must give each one (RFC 7578 §4.2).',
      ],
    ],
    ['--b--', [], []],
  ])('%j is read as far as it goes, and what is odd is told', (text, contents, problems) => {
    const found = read(text);
    expect([found.contents, found.problems]).toEqual([contents, problems]);
  });

  test('need a boundary, which may be quoted', () => {
    expect(readParts(new Uint8Array(), 'multipart/form-data').problems).toHaveLength(1);
    expect(
      readParts(new TextEncoder().encode('--a b\r\n\r\nx\r\n--a b--'), 'multipart/form-data; boundary="a b"').parts,
    ).toHaveLength(1);
  });

  test('are bounded, and hostile bodies cost no time', () => {
    const { parts, problems } = read(part('name="a"', '').repeat(2000));
    expect([parts.length, problems]).toEqual([1000, ['Only the first 1000 parts are shown.']]);
    expect(read('--'.repeat(500_000)).parts).toEqual([]);
    expect(read(`--b\r\n${'x\r\n'.repeat(300_000)}`).parts).toHaveLength(1);
  });

  test('are those that a browser would send', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((each) => !/[\\]|^\s|\s$|%(22|0d|0a)/i.test(each));
    const field = fc.record({ name, text: fc.option(fc.string()), bytes: fc.uint8Array(), file: name });
    await fc.assert(
      fc.asyncProperty(fc.array(field, { minLength: 1, maxLength: 4 }), async (fields) => {
        const form = new FormData();
        for (const { name, text, bytes, file } of fields)
          if (text === null) form.append(name, new Blob([Uint8Array.from(bytes)]), file);
          else form.append(name, text);
        const sent = new Response(form);
        const type = sent.headers.get('content-type') ?? '';
        const body = new Uint8Array(await sent.arrayBuffer());
        const { parts, problems } = readParts(body, type);
        expect(problems).toEqual([]);
        expect(parts.map(({ name: found, fileName }) => [found, fileName])).toEqual(
          fields.map(({ name, text, file }) => [lines(name), text === null ? lines(file) : null]),
        );
        expect(parts.map(({ from, to }) => body.slice(from, to))).toEqual(
          fields.map(({ text, bytes }) =>
            text === null ? Uint8Array.from(bytes) : new TextEncoder().encode(lines(text)),
          ),
        );
      }),
    );
  });
});

/** A form sends every line end as CRLF. */
const lines = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');
