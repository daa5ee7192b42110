import type { Dictionary } from '../words.ts';

export const kit: Dictionary['kit'] = {
  losing: {
    title: '저장하지 않고 닫을까요?',
    consequence: '여기에 입력한 내용이 사라집니다.',
    stay: '계속 작성',
    leave: '저장하지 않고 닫기',
  },
  close: '닫기',
  remove: (what) => `${what} 삭제`,
  reorder: {
    drag: '끌어서 순서 바꾸기',
    move: (what) => `${what} 이동`,
    keys: 'Alt와 화살표 키로 순서를 바꿉니다.',
    moved: (name, place, count) => `${name}: ${String(count)}개 중 ${String(place)}번째`,
  },
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
    copy: (label) => `${label} 복사`,
    clean: '정리',
  },
};
