import type { Dictionary } from '../words.ts';

export const trace: Dictionary['trace'] = {
  strip: (name) => `${name} 추적, 순서대로`,
  step: (place, count, what) => `${String(count)}건 중 ${String(place)}번째: ${what}`,
  more: (count) => `교환 ${String(count)}건 더`,
  acted: '이렇게 만든 것',
  rule: '규칙',
  toDefect: (title) => `결함: ${title}. 채널의 결함 목록에서 보기`,
  toRule: (name) => `규칙: ${name}. 규칙이 적힌 곳 보기`,
  carried: '이 교환이 전달한 메시지',
  goTo: (author, text) => `${author}의 말풍선으로 이동: ${text}`,
  quote: (text) => `“${text}”`,
};
