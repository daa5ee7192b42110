import type { Dictionary } from '../words.ts';

export const outcomes: Dictionary['outcomes'] = {
  verdicts: { trusted: '신뢰됨', refused: '거부됨', unchecked: '확인 안 됨' },
  withFindings: (verdict) => `${verdict}, 발견 사항 있음`,
  waiting: '대기 중',
  notSent: '보내지 않음',
  status: { aborted: '끊김', failed: '실패', malformed: '손상' },
  pending: '응답을 기다리는 중입니다.',
  aborted: '교환이 끝나기 전에 보낸 쪽이 연결을 끊었습니다.',
  malformed: (reason) => `HTTP가 아닌 바이트를 받았습니다: ${reason}.`,
  news: (method, status, verdict, note) => `${method} ${status}, ${verdict}. ${note}`,
};
