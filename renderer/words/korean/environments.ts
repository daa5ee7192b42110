import type { Dictionary } from '../words.ts';

export const environments: Dictionary['environments'] = {
  title: '환경',
  lead: '환경마다 설정, 비밀 값, 맡은 측이 따로 있습니다. 응답 규칙, 봇, 결함은 채널 전체에 적용됩니다. 전환하면 다음 요청부터 그 환경을 사용합니다.',
  list: '이 채널의 환경',
  active: '사용 중',
  switchTo: (name) => `'${name}' 환경으로 전환`,
  switchShort: '전환',
  rename: (name) => `${name} 이름 바꾸기`,
  nameOf: (name) => `${name}의 이름`,
  remove: (name) => `${name} 삭제`,
  activeStays: '사용 중인 환경은 삭제할 수 없습니다. 먼저 다른 환경으로 전환하십시오.',
  add: '추가',
  newName: '새 환경',
  newNameHint: (active) => `비밀 값까지 '${active}' 환경을 복사하여 시작합니다.`,
  manage: '환경…',
  menu: (active) => `환경: ${active}`,
  added: (name) => `환경 '${name}'을(를) 추가했습니다.`,
  switched: (name) => `환경 '${name}'을(를) 사용합니다.`,
  removed: (name) => `환경 '${name}'을(를) 삭제했습니다.`,
};
