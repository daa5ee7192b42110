import { Type, type TSchema } from 'typebox';
import { expect, test } from 'vitest';
import { spokenBenchFields } from '#renderer/store/bench-settings.ts';
import { issueSentence, sayIssue } from '#renderer/store/say-issue.ts';
import { sayFault } from '#renderer/store/say-fault.ts';
import { wordsIn } from '#renderer/words/words-in.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import { fault, faultTemplates, type FaultCode } from '#shared/contract/fault.ts';
import { inEnglish, inKorean } from './spoken.ts';

const codes = Object.keys(faultTemplates) as readonly FaultCode[];
const namesIn = (template: string): readonly string[] => (template.match(/\{\w+\}/g) ?? []).toSorted();
const hangul = /\p{Script=Hangul}/u;

test('every fault is told in Korean with all that its English sentences name', () => {
  for (const code of codes) {
    const { message, next } = inKorean.translations?.faults[code] ?? { message: '', next: '' };
    expect([code, namesIn(message)]).toEqual([code, namesIn(faultTemplates[code].message)]);
    expect([code, namesIn(next)]).toEqual([code, namesIn(faultTemplates[code].next)]);
    // A message that is a value alone has no words to tell.
    for (const each of [message, next].filter((sentence) => sentence !== '{problem}')) expect(each).toMatch(hangul);
  }
});

test('a fault is told with its values; words of ours among them are translated', () => {
  expect(sayFault(fault('port.taken', { port: 4700, host: '127.0.0.1', free: 4701 }), inKorean)).toEqual({
    message: '127.0.0.1의 포트 4700번을 다른 프로그램이 이미 사용하고 있습니다.',
    next: '비어 있는 다음 포트 4701번을 사용하거나 그 프로그램을 종료하십시오.',
  });
  expect(sayFault(fault('end.absent', { end: 'app', channel: 'Acme' }), inKorean).message).toContain('앱 측');
});

test('a fault whose values are missing, or whose code is not known here, speaks for itself', () => {
  const { values: _, ...bare } = fault('target.refused', { host: 'h' });
  expect(sayFault(bare, inKorean).message).toBe('Nothing listens on h.');
  const unheardOf = { code: 'moon.full' as FaultCode, message: 'The moon is full.', next: 'Wait.' };
  expect(sayFault(unheardOf, inKorean)).toEqual({ message: 'The moon is full.', next: 'Wait.' });
  expect(sayFault(unheardOf, inEnglish)).toEqual({ message: 'The moon is full.', next: 'Wait.' });
});

test('the settings of the bench, their groups, units and choices are told in Korean', () => {
  for (const field of spokenBenchFields(inKorean)) {
    const said = [
      field.title,
      field.group,
      ...(field.description === '' ? [] : [field.description]),
      ...(field.unit === null || field.unit.name === 'MB' ? [] : [field.unit.name]),
      ...field.choices.map(({ title }) => title).filter((title) => title !== 'English'),
    ];
    for (const each of said) expect(each).toMatch(hangul);
  }
  expect(spokenBenchFields(inKorean).map(({ name }) => name)).toEqual(
    spokenBenchFields(inEnglish).map(({ name }) => name),
  );
});

test('numbers, amounts and moments are written as the language writes them', () => {
  const written = ({ format }: typeof inEnglish) => [
    format.count(1234567),
    format.duration(3.21),
    format.duration(432.1),
    format.duration(1234),
    format.duration(98_765),
    format.bytes(12),
    format.bytes(1536),
    format.bytes(5 * 1024 ** 2),
  ];
  expect(written(inEnglish)).toEqual(['1,234,567', '3.2 ms', '432 ms', '1.23 s', '98.8 s', '12 B', '1.5 KB', '5.0 MB']);
  expect(written(inKorean)).toEqual(['1,234,567', '3.2ms', '432ms', '1.23초', '98.8초', '12바이트', '1.5KB', '5.0MB']);
  const noon = new Date(2026, 2, 1, 12, 5, 9).getTime();
  expect(inKorean.format.day(noon)).toContain('2026년 3월 1일');
  expect(inEnglish.format.day(noon)).toContain('1 March 2026');
  expect([inKorean.format.clock(noon), inEnglish.format.clock(noon)]).toEqual(['12:05:09', '12:05:09']);
});

test('what is counted has the form that its number asks for', () => {
  expect([0, 1, 2, 1000].map(inEnglish.defects.on)).toEqual([
    '0 defects on',
    '1 defect on',
    '2 defects on',
    '1,000 defects on',
  ]);
  expect(inKorean.defects.on(2)).toBe('결함 2개 켜짐');
});

test('the system’s language is followed, in its own variety', () => {
  expect(wordsIn('system', ['ko-KR']).status.dismiss).toBe('닫기');
  expect(wordsIn('system', ['fr']).language).toBe('en');
});

const wrong: readonly (readonly [schema: TSchema, value: unknown, korean: string])[] = [
  [Type.String({ minLength: 1 }), '', '비워 둘 수 없습니다'],
  [Type.String({ minLength: 8 }), 'short', '8자 이상이어야 합니다'],
  [Type.String({ maxLength: 2000 }), 'x'.repeat(2001), '2,000자 이하여야 합니다'],
  [Type.String(), 5, '형식이 다릅니다. 필요한 값: 텍스트'],
  [Type.Integer({ minimum: 1 }), 0, '1 이상이어야 합니다'],
  [Type.Integer({ maximum: 1024 ** 3, unit: 'bytes' }), 2 ** 31, '1GB 이하여야 합니다'],
  [Type.Number({ exclusiveMinimum: 0 }), 0, '0보다 커야 합니다'],
  [Type.Number({ exclusiveMaximum: 0.5 }), 1, '0.5보다 작아야 합니다'],
  [Type.Integer({ multipleOf: 5 }), 3, '5의 배수여야 합니다'],
  [Type.Boolean(), 'yes', '형식이 다릅니다. 필요한 값: 참·거짓'],
  [Type.Array(Type.String(), { minItems: 1 }), [], '항목이 하나 이상 있어야 합니다'],
  [Type.Array(Type.String(), { minItems: 2 }), [], '항목이 2개 이상 있어야 합니다'],
  [Type.Array(Type.String(), { maxItems: 1 }), ['', ''], '항목이 1개 이하여야 합니다'],
  [Type.Array(Type.String(), { uniqueItems: true }), ['', ''], '같은 항목이 두 번 있을 수 없습니다'],
  [Type.String({ pattern: '^a' }), 'b', '형식이 올바르지 않습니다'],
  [Type.Union([Type.Literal('a or b'), Type.Literal('full')]), '', '다음 중 하나여야 합니다: "a or b", "full"'],
  [Type.Union([Type.Boolean(), Type.Integer(), Type.Null()]), '', '다음 중 하나여야 합니다: 참·거짓, 정수, 빈 값'],
  [Type.Object({ a: Type.String() }), {}, '값이 필요합니다'],
  [Type.Object({}, { additionalProperties: false }), { a: 1 }, '여기에는 없는 항목입니다'],
];

test.each(wrong)('what %j says of %j is told in Korean', (schema, value, korean) => {
  expect(issuesOf(schema, value).map((issue) => sayIssue(issue, inKorean))).toEqual([korean]);
});

test('what only a platform knows to say stays as it is, and so does all of it in English', () => {
  const [issue] = issuesOf(Type.String({ pattern: '^a', must: 'begin with a' }), 'b');
  expect(issue && sayIssue(issue, inKorean)).toBe('must begin with a');
  expect(sayIssue({ message: 'must not be empty' }, inEnglish)).toBe('must not be empty');
  expect(issueSentence({ path: '/port', message: 'must be at least 1' }, inKorean)).toBe('/port: 1 이상이어야 합니다.');
});
