import type { Dictionary } from '../words.ts';

export const composer: Dictionary['composer'] = {
  label: '입력창',
  message: '메시지',
  messageAs: (voice) => `${voice} 역할로 보낼 메시지`,
  answerAsBot: '봇으로 답하기',
  send: '보내기',
  hint: 'Enter로 보내기 · Shift+Enter로 줄 바꾸기',
  answerHint: 'Enter로 답하기 · Shift+Enter로 줄 바꾸기 · 빈 줄을 넣으면 메시지가 나뉩니다',
  speakAs: '말하는 역할',
  voices: { user: '사용자', bot: '봇', agent: '상담원', answer: '봇으로 답하기' },
  secondsLeft: (left) => `답할 시간 ${String(left)}초 남음`,
  secondsLeftAloud: (left) => `답할 시간이 ${String(left)}초 남았습니다.`,
  timeIsUp: '플랫폼의 시간 제한이 지났습니다.',
  moreAs: (voice) => `${voice} 역할의 다른 동작`,
  as: (voice) => `${voice} 역할로`,
  sendLink: '링크로 사진이나 파일 보내기…',
  linkDialog: {
    title: '사진이나 파일 보내기',
    group: '링크',
    kind: '종류',
    kinds: { image: '사진', video: '동영상', audio: '소리', file: '파일' },
    link: '링크',
    linkHint: '파일이 있는 주소입니다. Hookbench는 주소만 보내고 아무것도 내려받지 않습니다.',
    name: '제목',
    nameHint: '사람이 읽는 제목입니다. 비워 둘 수 있습니다.',
  },
};
