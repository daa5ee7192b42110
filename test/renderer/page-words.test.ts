import { expect, test } from 'vitest';
import { placeWords } from '#renderer/store/credential-place.ts';
import { defectsByEnd, defectTitles, withDefect } from '#renderer/store/defects.ts';
import { emptyValues, problemsOf } from '#renderer/store/form-values.ts';
import { nothingRemembered, recall } from '#renderer/store/remember.ts';
import { opens } from '#renderer/store/safe-link.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import { inEnglish } from './spoken.ts';

const defect = (id: string, end: Defect['end'], title: string): Defect => ({
  id,
  title,
  summary: `${title} happens.`,
  end,
  status: 'observed',
  source: 'seen',
  does: { kind: 'inside' },
});
const defects = [defect('late', 'platform', 'Late'), defect('wrong', 'app', 'Wrong status')];

test('defects stand by the end that misbehaves, an end that is played first', () => {
  const ends = (plays: { platform: boolean; app: boolean }, filter = '') =>
    defectsByEnd({ plays }, { defects }, filter).map(({ end, isPlayed }) => [end, isPlayed]);
  expect(ends({ platform: false, app: true })).toEqual([
    ['app', true],
    ['platform', false],
  ]);
  expect(ends({ platform: true, app: true }, 'wrong HAPPENS')).toEqual([['app', true]]);
});

test('a defect is switched on once and off again, and is called by its title', () => {
  expect(withDefect(['late'], 'late', true)).toEqual(['late']);
  expect(withDefect(['late'], 'wrong', true)).toEqual(['late', 'wrong']);
  expect(withDefect(['late', 'wrong'], 'late', false)).toEqual(['wrong']);
  expect(defectTitles('late, gone', { defects })).toEqual(['Late', 'gone']);
  expect(defectTitles('', { defects })).toEqual([]);
  expect([1, 2].map(inEnglish.defects.on)).toEqual(['1 defect on', '2 defects on']);
});

test('only pages, mails and phone numbers are opened', () => {
  const addresses = ['https://a.example', 'http://a.example', 'mailto:a@b.example', 'tel:+1555'];
  expect(addresses.map(opens)).toEqual([true, true, true, true]);
  // oxlint-disable-next-line no-script-url -- that it is refused is the point.
  const others = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//a.example', 'a.example', ''];
  expect(others.map(opens)).toEqual(others.map(() => false));
});

test('a form says what is missing or not what its field asks for', () => {
  const form = {
    kind: 'form',
    formId: 'f',
    title: 'Form',
    submit: 'Go',
    fields: [
      { id: 'name', label: 'Name', type: 'text', isRequired: true },
      { id: 'age', label: 'Age', type: 'number', isRequired: false },
      { id: 'mail', label: 'Mail', type: 'email', isRequired: false },
      { id: 'ok', label: 'OK', type: 'yes-no', isRequired: true },
    ],
  } as const;
  expect(emptyValues(form)).toEqual({ name: '', age: '', mail: '', ok: 'no' });
  expect(problemsOf(form, emptyValues(form), inEnglish.conversation.form)).toEqual({ name: 'Must not be empty.' });
  expect(problemsOf(form, { name: 'A', age: 'x', mail: 'a@b', ok: 'yes' }, inEnglish.conversation.form)).toEqual({
    age: 'Must be a number.',
  });
  expect(
    Object.keys(problemsOf(form, { name: 'A', age: '4', mail: 'a', ok: 'no' }, inEnglish.conversation.form)),
  ).toEqual(['mail']);
});

test('where a credential stood is said in words', () => {
  expect(placeWords('query token', inEnglish.trust.credential)).toBe('the query of the address, under token');
  expect(placeWords('body /verifyToken', inEnglish.trust.credential)).toBe('the body, at /verifyToken');
  expect(placeWords('header x-access-key', inEnglish.trust.credential)).toBe('the header x-access-key');
  expect(placeWords('path', inEnglish.trust.credential)).toBe('the path of the address');
  expect(placeWords('elsewhere', inEnglish.trust.credential)).toBe('the request');
});

test('what an older page remembered is kept, though it knew nothing of voices', () => {
  const { voices: _, ...older } = { ...nothingRemembered, channelId: 'c1', tab: 'timing' as const };
  const storage = (kept: unknown) => ({ getItem: () => JSON.stringify(kept) });
  expect(recall(storage(older))).toEqual({ ...nothingRemembered, channelId: 'c1', tab: 'timing' });
  expect(recall(storage({ ...older, voices: { c1: 'king' } }))).toEqual(nothingRemembered);
  expect(recall(storage(null))).toEqual(nothingRemembered);
});
