import type { Dictionary } from '../words.ts';

export const palette: Dictionary['palette'] = {
  title: '검색 또는 명령 실행',
  placeholder: '명령, 채널, 사용자, 경로, 필터…',
  field: '검색 또는 명령 실행…',
  found: '찾은 항목',
  kinds: {
    recent: '최근',
    command: '명령',
    channel: '채널',
    environment: '환경',
    conversation: '대화',
    exchange: '최근 교환',
    filter: '저장한 필터',
    file: '최근 파일',
    bot: '봇',
    payload: '저장한 요청',
  },
  on: '켜짐',
  none: (typed) => `'${typed}'에 맞는 항목이 없습니다.`,
  noneNext: '글자를 줄이면 더 많이 찾습니다. 요청 안의 내용은 트래픽 검색에서 찾으십시오.',
  moves: '이동',
  runs: '선택',
  closes: '닫기',
};
