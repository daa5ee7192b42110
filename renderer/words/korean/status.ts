import type { Dictionary } from '../words.ts';

const whole = new Intl.NumberFormat('ko');

export const status: Dictionary['status'] = {
  bar: '상태',
  undo: '되돌리기',
  broughtBack: '되돌렸습니다.',
  trafficCleared: '트래픽을 지웠습니다.',
  saved: '저장했습니다.',
  cleaned: '정리했습니다.',
  channelAdded: (name) => `채널 '${name}'을(를) 추가했습니다.`,
  channelDuplicated: (name) => `채널 '${name}'을(를) 복제했습니다.`,
  channelImported: (name, missing) =>
    `채널 '${name}'을(를) 가져왔습니다.${missing === 0 ? '' : ` 채워야 할 설정이 ${whole.format(missing)}개 있습니다.`}`,
  channelRemoved: (name) => `채널 '${name}'을(를) 삭제했습니다.`,
  filterRemoved: (name) => `필터 '${name}'을(를) 삭제했습니다.`,
  working: '처리하는 중…',
  clearing: '트래픽을 지우는 중…',
  bringingBack: '되돌리는 중…',
  sending: '보내는 중…',
  cancel: '취소',
  cancelOf: (label) => `취소: ${label}`,
  dismiss: '닫기',
  progress: (done, total) => `${total} 중 ${done}`,
  kept: (count) => `교환 ${whole.format(count)}건 보관 중`,
  environment: (name) => `환경: ${name}`,
  bundle: (name) => `번들 ${name}, 읽기 전용`,
  zoom: (percent) => `배율 ${percent}`,
};
