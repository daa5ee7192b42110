import type { Dictionary } from '../words.ts';

export const channels: Dictionary['channels'] = {
  title: '채널',
  add: '채널 추가',
  none: '아직 채널이 없습니다. 채널을 추가해 시작하십시오.',
  edit: (name) => `${name} 편집`,
  plays: { both: '양측', none: '맡은 측 없음' },
  remove: {
    title: (name) => `${name} 채널을 삭제할까요?`,
    consequence: '채널의 설정과 비밀 값을 영구적으로 삭제합니다. 이 채널의 트래픽은 목록에 남습니다.',
    keep: '유지',
    remove: '채널 삭제',
  },
  whichPlatform: '어느 플랫폼의 채널입니까?',
  unknownPlatform: (platform) => `이 버전은 ${platform} 플랫폼을 지원하지 않습니다.`,
  parts: {
    label: (channel) => `${channel} 구성`,
    settings: '설정',
    connect: '연결',
    replies: '응답 규칙',
    defects: '결함',
  },
  connectLead:
    '내 시스템과 Hookbench를 서로 연결하려면 어디에 무엇을 붙여 넣어야 하는지 보여 줍니다. 비밀 값은 화면에서 가려지지만 복사하면 원래 값이 복사됩니다.',
  form: {
    save: '저장',
    add: '채널 추가',
    anotherPlatform: '다른 플랫폼',
    group: '채널',
    name: '이름',
    playEnd: (end) => `${end} 맡기`,
    platformEndHint: '채널의 공급업체 측을 여기서 에뮬레이트합니다.',
    appEndHint: '고객의 연동 시스템입니다. 내 시스템을 사용하려면 끄십시오.',
    whoAnswers: '응답 방식',
    whoAnswersHint: '봇이 있는 측을 Hookbench가 맡을 때 누가 봇으로 답하는지 정합니다.',
    byHand: '직접 답하기',
    preset: '프리셋',
    presetHint: '플랫폼의 방식이나 모드입니다. 모드마다 다른 설정만 바꾸고 나머지는 그대로 둡니다.',
    mixture: '사용자 지정 조합',
  },
};
