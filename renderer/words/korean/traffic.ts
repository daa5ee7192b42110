import type { Dictionary } from '../words.ts';

export const traffic: Dictionary['traffic'] = {
  title: '트래픽',
  searching: '검색하는 중',
  noneHas: (words) => `헤더나 본문에 “${words}” 검색어가 있는 교환이 없습니다.`,
  none: '들어오고 나가는 모든 요청이 상태 코드, 토큰에 대한 판정과 함께 여기에 표시됩니다.',
  search: '트래픽 검색',
  searchHint: '헤더와 본문 검색',
  clearSearch: '검색어 지우기',
  list: '교환, 최신순',
  noChannel: '채널 없음',
  notSent: '보내지 않음',
  ways: { inbound: '수신', outbound: '발신', loopback: '루프백' },
};
