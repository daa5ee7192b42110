import { wordsIn } from '#renderer/words/words-in.ts';

export const inEnglish = wordsIn('en', ['en-GB']);
export const inKorean = wordsIn('ko', ['ko-KR']);
