import type { Dictionary } from '../words.ts';

export const whatIf: Dictionary['whatIf'] = {
  title: '만약…',
  algorithm: '알고리즘',
  asItIs: (value) => `${value}(현재 값)`,
  keysOf: '사용할 키',
  noSibling: '같은 종류의 다른 채널 없음',
  thisChannel: '이 채널',
  asItWas: '실제 상황으로',
  outcome: '가정한 결과',
  hint: '조건을 바꾸면 판정이 어떻게 달라지는지 볼 수 있습니다. 아무것도 보내거나 서명하지 않습니다.',
  clock: '시각',
  now: '지금',
  steps: { hourBack: '−1시간', minutesBack: '−5분', minutesOn: '+5분', hourOn: '+1시간' },
  clockAt: (moment) => `시각 ${moment}`,
  used: (algorithm) => `알고리즘 ${algorithm}`,
  hadKeysOf: (channel) => `${channel} 채널의 키`,
  anotherChannel: '다른',
  supposing: (parts) => `가정: ${parts.join(', ')}`,
};
