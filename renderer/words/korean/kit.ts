import type { Dictionary } from '../words.ts';

export const kit: Dictionary['kit'] = {
  close: '닫기',
  copied: '복사했습니다',
  couldNotCopy: '복사하지 못했습니다',
  secret: {
    set: '설정됨',
    willBeForgotten: '저장하면 삭제됨',
    replace: '바꾸기',
    keep: '유지',
    forget: '삭제',
    show: (label) => `${label} 표시`,
    hide: (label) => `${label} 숨기기`,
  },
};
