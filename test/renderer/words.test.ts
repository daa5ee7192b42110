import { expect, test } from 'vitest';
import { spokenBenchFields } from '#renderer/store/bench-settings.ts';
import { sayFault } from '#renderer/store/say-fault.ts';
import { wordsIn } from '#renderer/words/words-in.ts';
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
  expect(wordsIn('system', ['ko-KR']).shell.dismiss).toBe('닫기');
  expect(wordsIn('system', ['fr']).language).toBe('en');
});
