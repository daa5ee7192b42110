import type { Dictionary } from '../words.ts';

export const trace: Dictionary['trace'] = {
  strip: (name) => `${name} 추적, 순서대로`,
  step: (place, count, what) => `${String(count)}건 중 ${String(place)}번째: ${what}`,
  more: (count) => `교환 ${String(count)}건 더`,
  carried: '이 교환이 전달한 메시지',
  goTo: (author, text) => `${author}: ${text}. 말풍선으로 이동`,
  quote: (text) => `“${text}”`,
};
