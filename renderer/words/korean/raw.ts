import type { Dictionary } from '../words.ts';

export const raw: Dictionary['raw'] = {
  of: { request: '요청의 바이트', response: '응답의 바이트' },
  parts: '표시할 쪽',
  part: (from, to) => `${from}~${to}`,
  showAs: '바이트 표시 방식',
  looks: { hex: '16진수', text: '텍스트' },
  head: '헤더 부분',
  headHint: '보관한 줄로 다시 구성했습니다. 값 앞뒤의 공백과 본문의 청크 구분은 보관하지 않습니다.',
  cut: (shown) => `처음 ${shown}만 텍스트로 표시합니다. 16진수에서는 전체를 볼 수 있습니다.`,
  copy: { request: '요청의 바이트를 텍스트로 복사', response: '응답의 바이트를 텍스트로 복사' },
  offset: '오프셋',
  offsetExample: '0x1000',
  goTo: '이동',
  before: '이전 부분',
  next: '다음 부분',
};
