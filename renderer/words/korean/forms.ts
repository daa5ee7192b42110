import type { Dictionary } from '../words.ts';

export const forms: Dictionary['forms'] = {
  fields: '폼의 필드',
  parts: '폼의 파트',
  name: '이름',
  value: '값',
  nameless: '이름 없음',
  copy: (name) => `${name} 복사`,
  asItCame: '받은 그대로:',
  more: '여기 표시한 것보다 필드가 더 있습니다. 원문에서 모두 볼 수 있습니다.',
  cut: (letters) => `처음 ${letters}자입니다.`,
  binary: (from, to) => `텍스트가 아닙니다. 본문의 ${String(from)}~${String(to)}바이트이며 16진수에서 볼 수 있습니다.`,
};
