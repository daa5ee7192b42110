import type { Dictionary } from '../words.ts';

export const shortcuts: Dictionary['shortcuts'] = {
  send: '메시지 보내기',
  'new-line': '메시지에서 줄 바꾸기',
  move: '목록 안에서 또는 말풍선 사이에서 이동',
  'show-exchange': '말풍선에서: 해당 교환 보기',
};
