import type { Dictionary } from '../words.ts';

export const defects: Dictionary['defects'] = {
  on: (count) => `결함 ${String(count)}개 켜짐`,
  lead: '한쪽을 일부러 잘못 동작하게 하고 상대편이 어떻게 반응하는지 확인합니다. 스위치는 다음 요청부터 적용되며, 영향을 받은 교환은 트래픽에 표시됩니다.',
  filter: '결함 찾기',
  ofEnd: (end) => `${end}의 결함`,
  misbehaves: (end) => `${end}의 오동작`,
  notPlayed: '여기서 맡고 있지 않아 지금은 효과가 없습니다',
  noneForPlatform: '이 플랫폼에는 결함이 없습니다.',
  noneFound: '검색어에 맞는 결함이 없습니다.',
  allOff: '모두 끄기',
  memory: '기억',
  memoryHint: 'Hookbench가 맡은 측이 이 채널에 대해 기억하는 세션, 폴링 ID, 카운터, 업로드입니다.',
  forget: '지우기',
  forgotten: '지웠습니다.',
  acted: (titles) => `결함: ${titles}`,
  actedHead: () => '결함',
};
