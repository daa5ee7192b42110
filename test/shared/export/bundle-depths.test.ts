import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleWriter } from '#shared/export/bundle.ts';
import type { Bundle } from '#shared/export/bundle-schema.ts';
import { exportPlan, type ExportOptions } from '#shared/export/export-plan.ts';
import { Placeholders } from '#shared/export/placeholders.ts';
import { base32, base64, base64Url, hex, jwt, places } from './canary-places.ts';
import { conversationOf, exchangeOf, type Made } from './exchanges.ts';
import { readingsOf } from './readings.ts';
import { writtenFile, type Contents } from './written.ts';

const channels = [{ id: 'c1', name: 'Acme Bank support', platformId: 'kore' }];

/** A bundle as the harness makes it. */
const bundleOf = (contents: Contents, options: ExportOptions = {}, secrets: readonly string[] = []) => {
  const known = {
    secrets: secrets.map((value) => ({ value, what: 'secret' })),
    userIds: [],
    channels,
    version: '0',
    now: 0,
  };
  const { writer, placeholders } = exportPlan('bundle', options, known);
  const { text, review } = writtenFile(writer, contents, placeholders);
  return { text, review, bundle: JSON.parse(text) as Bundle };
};

/** Ways in which one text is put into another. */
const wrappings: Readonly<Record<string, (text: string) => string>> = {
  JSON: (text) => JSON.stringify({ a: [text, 1], b: null }),
  'a string of JSON': (text) => JSON.stringify(text),
  base64: (text) => base64(text),
  'base64 with something before it': (text) => base64(`it is ${text}`),
  base64url: (text) => base64Url(`??${text}`),
  base32: (text) => base32(text),
  'base32 with something before it': (text) => base32(`of ${text}`).toLowerCase(),
  percent: (text) => encodeURIComponent(text),
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  hex: (text) => hex(text),
  'a form': (text) => `a=1&b=${encodeURIComponent(text)}&c=`,
  'the claims of a token': (text) => jwt({ note: text }),
  words: (text) => `see ${text}, please`,
  XML: (text) => `<a>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</a>`,
};

const containers: Readonly<Record<string, (text: string) => Made>> = {
  'a header': (text) => ({ headers: [['X-Note', text.replaceAll(/[\r\n]/g, ' ')]] }),
  'the query': (text) => ({ target: `/x?q=${encodeURIComponent(text)}` }),
  'the body': (text) => ({ body: text }),
  'the answer': (text) => ({ response: { status: 200, body: text } }),
  'a finding': (text) => ({ more: { findings: [{ severity: 'info', rule: 'x', summary: text }] } }),
};

test('a canary that is wrapped in anything, and that in anything else, can be read in no bundle', () => {
  const canary = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.~@%&<"' é-]{8,22}[A-Za-z0-9]$/)
    .filter((text) => /\d/.test(text) && /[A-Za-z]{2}/.test(text) && !/ {2}/.test(text));
  const depth = fc.array(fc.constantFrom(...Object.entries(wrappings)), { minLength: 1, maxLength: 4 });
  const container = fc.constantFrom(...Object.entries(containers));
  fc.assert(
    fc.property(canary, depth, container, (value, chain, [, make]) => {
      const wrapped = chain.reduce((text, [, wrap]) => wrap(text), value);
      const { text } = bundleOf({ exchanges: [exchangeOf(make(wrapped))] }, {}, [value]);
      expect(readingsOf(text).toLowerCase()).not.toContain(value.toLowerCase());
    }),
    { numRuns: 400 },
  );
});

describe('what a person names besides', () => {
  test.each(Object.entries(places))('is gone where it stood in %s', (_place, make) => {
    const { text, review } = bundleOf({ exchanges: [exchangeOf(make('Acme-Bank'))] }, { alsoReplace: ['Acme-Bank'] });
    expect(readingsOf(text).toLowerCase()).not.toContain('acme-bank');
    expect(review).not.toEqual([]);
  });

  test('is told in the review with what it was, for the one who asked, and is in no bundle', () => {
    const { bundle, review, text } = bundleOf(
      {
        exchanges: [exchangeOf({ body: 'for ACME and acme' })],
        conversations: [conversationOf({ kind: 'text', text: 'hi' })],
      },
      { alsoReplace: ['Acme'] },
    );
    expect(bundle.channels).toEqual([{ name: 'hidden-chosen-1 Bank support', platform: 'kore' }]);
    expect(review).toContainEqual({
      placeholder: 'hidden-chosen-1',
      kind: 'chosen',
      what: 'chosen by you',
      count: 3,
      places: ['name of a channel', '#1 request body'],
      was: 'Acme',
    });
    expect(text.toLowerCase()).not.toContain('acme');
  });
});

test('persons stay where that is wanted, secrets never', () => {
  const body = JSON.stringify({
    userId: 'u-7781',
    email: 'a@b.example',
    verifyToken: 'canary-7f3a9d',
    card: '4111 1111 1111 1111',
  });
  const { bundle } = bundleOf({ exchanges: [exchangeOf({ body })] }, { keepPersons: true });
  expect(bundle.exchanges[0]?.request.body).toEqual({
    text: JSON.stringify({
      userId: 'u-7781',
      email: 'a@b.example',
      verifyToken: 'hidden-secret-1',
      card: '4111 1111 1111 1111',
    }),
  });
});

describe('numbers that are of one person', () => {
  test.each([
    ['4111 1111 1111 1111', 'card'],
    ['4111-1111-1111-1111', 'card'],
    ['378282246310005', 'card'],
    ['5555555555554444', 'card'],
    ['DE89 3704 0044 0532 0130 00', 'account'],
    ['GB82WEST12345698765432', 'account'],
    ['900101-1234568', 'person-number'],
  ])('%s is known by its form', (value, kind) => {
    const { bundle, review } = bundleOf({
      exchanges: [exchangeOf({ body: JSON.stringify({ text: `It is ${value}.` }) })],
    });
    expect(review).toMatchObject([{ placeholder: `hidden-${kind}-1`, count: 1 }]);
    expect(bundle.exchanges[0]?.request.body).toEqual({ text: `{"text":"It is hidden-${kind}-1."}` });
  });

  test('also a card that is a number of JSON', () => {
    const { bundle } = bundleOf({ exchanges: [exchangeOf({ body: '{"n":4111111111111111}' })] });
    expect(bundle.exchanges[0]?.request.body).toEqual({ text: '{"n":"hidden-card-1"}' });
  });

  test.each([
    '4111 1111 1111 1112',
    '1772356503004',
    '2026-03-01T09:15:03',
    '12345678901234567890',
    'DE89370400440532013001',
    'a1b2c3d4e5f6a7b8c9d0',
  ])('%s is none', (value) => {
    const body = JSON.stringify({ text: `It is ${value}.` });
    expect(bundleOf({ exchanges: [exchangeOf({ body })] }).bundle.exchanges[0]?.request.body).toEqual({ text: body });
  });
});

test('placeholders are the same wherever a value stands, and the same again in a second bundle of the same exchanges', () => {
  const exchanges = [
    exchangeOf({ id: 1, body: '{"text":"for u-7781"}' }),
    exchangeOf({ id: 2, body: '{"userId":"u-9000","from":{"name":"Rosa"}}' }),
    exchangeOf({ id: 3, target: '/x?userId=u-7781' }),
  ];
  const first = bundleOf({ exchanges });
  expect(bundleOf({ exchanges }).text).toBe(first.text);
  expect(first.bundle.exchanges[0]?.request.body).toEqual({ text: '{"text":"for hidden-user-2"}' });
  expect(first.bundle.exchanges[2]?.target).toBe('/x?userId=hidden-user-2');
});

test('what was imported from a bundle keeps its placeholders, and nobody else is called like that', () => {
  const exchanges = [
    exchangeOf({ id: 1, body: '{"userId":"bob-4471"}' }),
    exchangeOf({ id: 2, body: '{"userId":"hidden-user-1"}' }),
  ];
  const { bundle } = bundleOf({ exchanges });
  expect(bundle.exchanges.map(({ request }) => request.body)).toEqual([
    { text: '{"userId":"hidden-user-2"}' },
    { text: '{"userId":"hidden-user-1"}' },
  ]);
});

test('a secret under the name of a channel is gone as well', () => {
  const placeholders = new Placeholders(true);
  placeholders.learn('secret', 'canary-7f3a9d', 'key of canary-7f3a9d');
  const named = [{ id: 'c1', name: 'canary-7f3a9d', platformId: 'kore' }];
  const { text } = writtenFile(
    () =>
      bundleWriter(
        named.map((each) => ({ ...each, name: placeholders.replaceKnown(each.name, 'x') })),
        { version: '0', at: 0 },
      ),
    {
      conversations: [conversationOf({ kind: 'text', text: 'hi' })],
      exchanges: [exchangeOf({ body: 'canary-7f3a9d' })],
    },
    placeholders,
  );
  expect(text).not.toContain('canary-7f3a9d');
});
