import { expect, test } from 'vitest';
import { languageOf, localeOf } from '#shared/session/language.ts';

test('the language that was chosen is spoken, whatever the system prefers', () => {
  expect([languageOf('ko', ['en-GB']), languageOf('en', ['ko-KR'])]).toEqual(['ko', 'en']);
});

test('like the system, the first of its languages that we speak is spoken, else English', () => {
  expect(languageOf('system', ['de-AT', 'ko-KR', 'en'])).toBe('ko');
  expect(languageOf('system', ['EN-gb', 'ko'])).toBe('en');
  expect(languageOf('system', ['kok-IN', 'de'])).toBe('en');
  expect(languageOf('system', [])).toBe('en');
});

test('dates and numbers are written in the variety of the language that the person has', () => {
  expect(localeOf('en', ['ko-KR', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(localeOf('ko', ['en-GB'])).toBe('ko');
  expect(localeOf('en', ['en-US@posix', 'en-GB'])).toBe('en-GB');
  expect(localeOf('en', ['en_US.UTF-8'])).toBe('en');
});
