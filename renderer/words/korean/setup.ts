import type { Dictionary } from '../words.ts';

export const setup: Dictionary['setup'] = {
  reading: '체크리스트를 읽는 중',
  headings: { platform: '내 앱을 연결하려면', app: '실제 플랫폼을 연결하려면' },
  steps: '어디에 무엇을 붙여 넣을지',
  nothingToPaste: '이 설정에서는 어디에도 붙여 넣을 것이 없습니다.',
  playsNeither: 'Hookbench가 이 채널의 어느 측도 맡고 있지 않습니다. 먼저 설정에서 한쪽을 켜십시오.',
  copy: '복사',
  copyStep: (title) => `복사: ${title}`,
};
