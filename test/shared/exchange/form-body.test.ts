import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '#shared/exchange/body.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { queryOf, readForm, writeMultipart, writeUrlEncoded } from '#shared/exchange/form-body.ts';

const form = (contentType: string, body: string | Uint8Array) => ({
  headers: [['Content-Type', contentType]] as const,
  body: typeof body === 'string' ? bytesOf(body) : body,
});
const urlEncoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=B';

describe('a form', () => {
  test('keeps its fields in order, with repeated names', async () => {
    const { fields } = await readForm(form(`${urlEncoded}; charset=utf-8`, 'b=1&a=%C3%A9+x&b=2'));
    expect(fields).toEqual([
      ['b', '1'],
      ['a', 'é x'],
      ['b', '2'],
    ]);
  });

  test('of several parts holds texts and files', async () => {
    const body =
      '--B\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n' +
      '--B\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\u0001\u0002\r\n--B--\r\n';
    const { fields, files, problem } = await readForm(form(multipart, body));
    expect(problem).toBeUndefined();
    expect(fields).toEqual([['note', 'hello']]);
    expect(files.map(({ bytes, ...each }) => ({ ...each, bytes: [...bytes] }))).toEqual([
      { field: 'file', name: 'a.png', type: 'image/png', bytes: [1, 2] },
    ]);
  });

  test.each([
    ['application/json', '{}', 'not a form'],
    ['multipart/form-data', 'x', 'boundary'],
    [multipart, 'this is no part', 'boundary announces'],
  ])('that is none says so: %s', async (type, body, problem) => {
    expect((await readForm(form(type, body))).problem).toContain(problem);
  });

  const value = fc.string({ unit: 'grapheme' }).map(wellFormed);
  const name = fc.stringMatching(/^[a-z_]{1,12}$/);
  const fields = fc.array(fc.tuple(name, value), { maxLength: 5 });

  test('comes back as it was written, urlencoded', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        expect((await readForm(form(urlEncoded, writeUrlEncoded(pairs)))).fields).toEqual(pairs);
      }),
    );
  });

  test('comes back as it was written, in parts', async () => {
    const lineEnds = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');
    await fc.assert(
      fc.asyncProperty(fields, async (pairs) => {
        if (pairs.length === 0) return;
        const read = await readForm(
          form('multipart/form-data; boundary=----hb7Zq', writeMultipart(pairs, '----hb7Zq')),
        );
        expect(read.fields.map(([key, each]) => [key, lineEnds(each)])).toEqual(
          pairs.map(([key, each]) => [key, lineEnds(each)]),
        );
      }),
    );
  });

  test('never makes the reader throw, whatever came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(urlEncoded, multipart, 'multipart/form-data; boundary=', ''),
        fc.uint8Array(),
        async (type, body) => {
          const { fields: read } = await readForm(form(type, body));
          expect(Array.isArray(read)).toBe(true);
        },
      ),
    );
  });
});

test('a query is read as a form', () => {
  expect(queryOf('/a?x=1&y=a%20b+c').get('y')).toBe('a b c');
  expect([...queryOf('/a')]).toEqual([]);
  expect(textOf(bytesOf(writeUrlEncoded([['a', 'b c']]))).text).toBe('a=b+c');
});
