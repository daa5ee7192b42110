import type { Dictionary } from '../words.ts';

export const shortcuts: Dictionary['shortcuts'] = {
  'new-conversation': '새 사용자로 새 대화 시작',
  'focus-composer': '메시지 입력창으로 이동',
  'focus-traffic': '트래픽 목록으로 이동',
  'focus-inspector': '인스펙터로 이동',
  'examine-text': '토큰, curl, 원시 HTTP, HAR 분석',
  'search-traffic': '트래픽 검색',
  'next-part': '화면의 다음 영역으로 이동',
  'previous-part': '화면의 이전 영역으로 이동',
  'show-settings': '설정 열기',
  'show-shortcuts': '이 목록 보기',
  send: '메시지 보내기',
  'new-line': '메시지에서 줄 바꾸기',
  move: '목록 안에서 또는 말풍선 사이에서 이동',
  'show-exchange': '말풍선에서: 해당 교환 보기',
};
