import * as fc from 'fast-check';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { draftOf, fieldsOf, issuesAt, oddityOf, readDraft } from '#renderer/store/settings-form.ts';
import { modeOf, withMode } from '#renderer/store/modes.ts';
import { settingGroups } from '#renderer/store/settings-view.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { inEnglish } from './spoken.ts';

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
  expect(readDraft(fields, draft, inEnglish.form)).toEqual({
    ok: true,
    settings: { host: '', mode: 'b', limit: null, isOn: true, extra: {} },
  });
  expect(readDraft(fields, { ...draft, limit: '-5', secret: '' }, inEnglish.form)).toMatchObject({
    settings: { limit: -5, secret: '' },
  });
});

test('what cannot be read is an issue at its own place', () => {
  const read = readDraft(fields, { ...draftOf(fields, {}), limit: 'many', extra: '{a}' }, inEnglish.form);
  if (read.ok) throw new Error('It was read.');
  expect(issuesAt(read.issues, '/settings/limit', inEnglish)).toEqual(['Must be a number.']);
  expect(issuesAt(read.issues, '/settings/extra', inEnglish)[0]).toContain('Must be JSON. Line 1');
  expect(issuesAt([{ path: '/settings/extra/a', message: 'is wrong' }], '/settings/extra', inEnglish)).toEqual([
    'a is wrong.',
  ]);
});

test('what is unusual is said, and still allowed', () => {
  const [host] = fields;
  if (!host) throw new Error('There is no host.');
  expect(oddityOf(host, 'http://x', inEnglish.form)).toBe('Looks unusual: usually https.');
  expect([oddityOf(host, 'https://x', inEnglish.form), oddityOf(host, '', inEnglish.form)]).toEqual([null, null]);
});

test('the demo of every platform survives its own form unchanged', () => {
  for (const { settings: schema, demo } of platforms) {
    const all = fieldsOf(schema, '/settings');
    const secrets = all.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
    const open = Object.fromEntries(Object.entries(demo.settings).filter(([name]) => !secrets.includes(name)));
    expect(readDraft(all, draftOf(all, demo.settings), inEnglish.form)).toEqual({ ok: true, settings: open });
  }
});

const sized = fieldsOf(Type.Object({ size: Type.Union([Type.Integer(), Type.Null()], { unit: 'bytes' }) }), '');

test('a size in bytes is asked for in MB, and comes back as the bytes it was', () => {
  expect(sized[0]?.unit?.name).toBe('MB');
  expect(draftOf(sized, { size: 25 * 1024 ** 2 })).toEqual({ size: '25' });
  expect(readDraft(sized, { size: '0.5' }, inEnglish.form)).toEqual({ ok: true, settings: { size: 524_288 } });
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 0, max: 2 ** 40 })), (size) => {
      expect(readDraft(sized, draftOf(sized, { size }), inEnglish.form)).toEqual({ ok: true, settings: { size } });
    }),
  );
});

const dialect = fieldsOf(
  Type.Object({
    dialect: Type.Union([Type.Literal('old', { title: 'Old' }), Type.Literal('new')], { default: 'new' }),
    status: Type.Union([Type.Literal(401), Type.Literal(403)], {
      default: 401,
      assumed: true,
      only: { field: 'dialect', is: ['old'] },
      group: 'Platform',
      description: 'What is answered to a wrong token.',
    }),
    id: Type.String({ group: 'App', title: 'Bot id' }),
  }),
  '/settings',
);
const shown = (draft: Parameters<typeof settingGroups>[1]['draft'], filter = '', issues: readonly InputIssue[] = []) =>
  settingGroups(dialect, { draft, issues, filter, secretsSet: [] });
const namesIn = (groups: ReturnType<typeof settingGroups>) =>
  groups.map(({ name, fields }) => [name, ...fields.map((field) => field.name)]);

test('a choice of numbers is chosen by its words and comes back as a number', () => {
  expect(dialect[1]).toMatchObject({ kind: 'choice', isAssumed: true, group: 'Platform' });
  expect(draftOf(dialect, { status: 403, id: 'x' })).toEqual({ dialect: 'new', status: '403', id: 'x' });
  expect(readDraft(dialect, { dialect: 'old', status: '403', id: 'x' }, inEnglish.form)).toEqual({
    ok: true,
    settings: { dialect: 'old', status: 403, id: 'x' },
  });
});

test('a setting that does not matter now is hidden, unless something is wrong in it', () => {
  expect(namesIn(shown({ dialect: 'new', id: 'x' }))).toEqual([
    ['', 'dialect'],
    ['App', 'id'],
  ]);
  expect(namesIn(shown({ dialect: 'old', id: 'x' }))[1]).toEqual(['Platform', 'status']);
  const wrong = [{ path: '/settings/status', message: 'is wrong' }];
  expect(namesIn(shown({ dialect: 'new', id: 'x' }, '', wrong))[1]).toEqual(['Platform', 'status']);
});

test('the filter looks in titles, descriptions and groups, for every word', () => {
  expect(namesIn(shown({ dialect: 'old', id: 'x' }, 'TOKEN wrong'))).toEqual([['Platform', 'status']]);
  expect(namesIn(shown({ dialect: 'old', id: 'x' }, 'app'))).toEqual([['App', 'id']]);
  expect(shown({ dialect: 'old', id: 'x' }, 'nothing has this')).toEqual([]);
});

test('a group in which something has to be filled in or corrected is urgent', () => {
  const urgent = (groups: ReturnType<typeof settingGroups>) => groups.filter((each) => each.isUrgent);
  expect(namesIn(urgent(shown({ dialect: 'old', id: '' })))).toEqual([['App', 'id']]);
  expect(urgent(shown({ dialect: 'old', id: 'x' }))).toEqual([]);
});

test('each mode of each platform is chosen in the form and found again, and nothing else changes', () => {
  for (const platform of platforms) {
    const fields = fieldsOf(platform.settings, '/settings');
    const before = draftOf(fields, platform.demo.settings);
    for (const mode of platform.modes) {
      const after = withMode(before, mode.id, platform, fields);
      expect(modeOf(after, platform, fields)?.settings).toEqual(mode.settings);
      const read = readDraft(fields, after, inEnglish.form);
      if (!read.ok) throw new Error(`The mode ${mode.id} cannot be read.`);
      expect(read.settings).toMatchObject(mode.settings);
    }
  }
});
