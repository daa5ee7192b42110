import * as fc from 'fast-check';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { draftOf, fieldsOf, issuesAt, oddityOf, readDraft } from '#renderer/store/settings-form.ts';
import { platforms } from '#shared/platforms/registry.ts';

const settings = Type.Object({
  host: Type.String({ title: 'Host', expected: { pattern: '^https:', hint: 'usually https' } }),
  secret: Type.String({ title: 'Secret', secret: true }),
  mode: Type.Union([Type.Literal('a'), Type.Literal('b')], { default: 'b' }),
  limit: Type.Union([Type.Integer(), Type.Null()], { title: 'Limit' }),
  isOn: Type.Boolean({ default: true }),
  extra: Type.Record(Type.String(), Type.Unknown(), { title: 'Extra', json: true }),
});
const fields = fieldsOf(settings, '/settings');

test('the schema says how each setting is asked for', () => {
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['host', 'text'],
    ['secret', 'secret'],
    ['mode', 'choice'],
    ['limit', 'number'],
    ['isOn', 'switch'],
    ['extra', 'json'],
  ]);
});

test('the form begins with what the channel has, else what the platform proposes, and never with a secret', () => {
  const draft = draftOf(fields, { host: 'http://x', secret: 'leaked', extra: { a: 1 } });
  expect(draft).toEqual({ host: 'http://x', mode: 'b', limit: '', isOn: true, extra: '{\n  "a": 1\n}' });
});

test('what was written becomes settings again: empty where null may be, and a secret only when it was touched', () => {
  const draft = draftOf(fields, {});
  expect(readDraft(fields, draft)).toEqual({
    ok: true,
    settings: { host: '', mode: 'b', limit: null, isOn: true, extra: {} },
  });
  expect(readDraft(fields, { ...draft, limit: '-5', secret: '' })).toMatchObject({
    settings: { limit: -5, secret: '' },
  });
});

test('what cannot be read is an issue at its own place', () => {
  const read = readDraft(fields, { ...draftOf(fields, {}), limit: 'many', extra: '{a}' });
  if (read.ok) throw new Error('It was read.');
  expect(issuesAt(read.issues, '/settings/limit')).toEqual(['Must be a number.']);
  expect(issuesAt(read.issues, '/settings/extra')[0]).toContain('Must be JSON. Line 1');
  expect(issuesAt([{ path: '/settings/extra/a', message: 'is wrong' }], '/settings/extra')).toEqual(['a is wrong.']);
});

test('what is unusual is said, and still allowed', () => {
  const [host] = fields;
  if (!host) throw new Error('There is no host.');
  expect(oddityOf(host, 'http://x')).toBe('Looks unusual: usually https.');
  expect([oddityOf(host, 'https://x'), oddityOf(host, '')]).toEqual([null, null]);
});

test('the demo of every platform survives its own form unchanged', () => {
  for (const { settings: schema, demo } of platforms) {
    const all = fieldsOf(schema, '/settings');
    const secrets = all.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
    const open = Object.fromEntries(Object.entries(demo.settings).filter(([name]) => !secrets.includes(name)));
    expect(readDraft(all, draftOf(all, demo.settings))).toEqual({ ok: true, settings: open });
  }
});

const sized = fieldsOf(Type.Object({ size: Type.Union([Type.Integer(), Type.Null()], { unit: 'bytes' }) }), '');

test('a size in bytes is asked for in MB, and comes back as the bytes it was', () => {
  expect(sized[0]?.unit?.name).toBe('MB');
  expect(draftOf(sized, { size: 25 * 1024 ** 2 })).toEqual({ size: '25' });
  expect(readDraft(sized, { size: '0.5' })).toEqual({ ok: true, settings: { size: 524_288 } });
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 0, max: 2 ** 40 })), (size) => {
      expect(readDraft(sized, draftOf(sized, { size }))).toEqual({ ok: true, settings: { size } });
    }),
  );
});
