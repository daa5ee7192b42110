import type { Dictionary } from '../words.ts';

export const shell: Dictionary['shell'] = {
  connecting: 'Hookbench에 연결하는 중',
  noAnswer: 'Hookbench가 응답하지 않습니다. 실행 중인지 확인하십시오. 페이지는 자동으로 연결됩니다.',
  news: '새 소식',
  connectionLost:
    'Hookbench와의 연결이 끊겼습니다. 화면의 내용이 최신이 아닐 수 있습니다. 실행 중인지 확인하십시오. 페이지는 자동으로 다시 연결됩니다.',
  takePort: (port) => `포트 ${String(port)} 사용`,
  waitInMemory: (count) => `${count}건이 메모리에서 저장을 기다리고 있습니다.`,
  couldNotBeKept: (count) => `${count}건은 보관하지 못했습니다.`,
  clear: {
    title: '트래픽을 모두 지울까요?',
    consequence: (pinned) =>
      `모든 교환과 그 메시지를 지웁니다.${pinned > 0 ? ` 고정한 교환 ${String(pinned)}건도 함께 지워집니다.` : ''} 1분 안에 되돌릴 수 있습니다.`,
    keep: '유지',
    clear: '트래픽 지우기',
  },
  resizeLeft: '채널과 트래픽 영역 크기 조절',
  resizeInspector: '인스펙터 크기 조절',
  panes: { traffic: '채널과 트래픽', conversation: '대화', inspector: '인스펙터' },
  partsOfScreen: '화면 영역',
  top: {
    examine: '토큰, curl, 원시 HTTP, HAR 분석',
    examineMenu: '붙여 넣은 토큰이나 요청 분석…',
    demo: '데모 모드',
    settings: '설정',
    shortcuts: '키보드 단축키',
    look: '테마와 언어',
    channel: (name, environment) => (environment === null ? `채널: ${name}` : `채널: ${name}, 환경: ${environment}`),
    parts: {
      settings: '설정…',
      connect: '연결…',
      check: '점검…',
      environments: '환경…',
      replies: '응답 규칙…',
      bots: '봇…',
      defects: '결함…',
    },
    makeToken: '토큰 만들기…',
    addChannel: '채널 추가…',
    listeningOn: '수신 대기 중',
    copyAddress: '수신 주소 복사',
    notListening: '수신 대기하지 않음',
    listeningIsOff: '수신 대기 꺼짐',
    startListening: '수신 대기 시작',
  },
};
