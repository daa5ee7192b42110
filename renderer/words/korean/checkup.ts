import type { Dictionary } from '../words.ts';

export const checkup: Dictionary['checkup'] = {
  lead: '이 채널에 필요한 모든 것과 채널이 호출할 서버를 살펴봅니다. 메시지는 보내지 않고, 아무것도 요구하지 않는 요청(HEAD)만 보냅니다. 최대 20초가 걸립니다.',
  run: '지금 점검',
  again: '다시 점검',
  offer: '채널 점검',
  running: (channel) => `${channel} 점검 중`,
  runningShort: '점검 중…',
  cancel: '취소',
  at: (time) => `${time}에 점검함`,
  isOld: '그 뒤로 채널이 바뀌었습니다.',
  never: '아직 점검하지 않았습니다.',
  results: { fail: '문제', warn: '확인 필요', pass: '정상', 'not-applicable': '점검 안 함' },
  problems: (count) => `문제 ${String(count)}건`,
  doubts: (count) => `확인 필요 ${String(count)}건`,
  fine: (count) => `정상 ${String(count)}건`,
  allFine: '문제가 없습니다.',
  groups: { here: 'Hookbench', settings: '설정' },
  startListening: '수신 대기 시작',
  clean: '정리',
  openSetting: '설정 열기',
  show: '보기',
};
