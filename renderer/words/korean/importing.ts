import type { Dictionary } from '../words.ts';

const whole = new Intl.NumberFormat('ko');

export const importing: Dictionary['importing'] = {
  title: '가져오기',
  titleOfBundle: '열기 또는 가져오기',
  files: '파일',
  kinds: { bundle: '번들', channel: '채널', traffic: 'HAR, Postman 또는 cURL' },
  takeOut: (name) => `${name} 빼기`,
  use: '처리 방법',
  open: '읽기 전용으로 열기',
  openHint: '벤치 자리에 대화와 판정까지 함께 엽니다. 닫으면 벤치가 그대로 돌아옵니다.',
  import: '교환 가져오기',
  importHint: '내 트래픽에 함께 놓습니다. 대화는 가져오지 않습니다.',
  channel: '채널',
  channelHint: '교환이 이 채널의 것으로 표시되고, 이 채널의 비밀 값으로 다시 보낼 수 있습니다.',
  noChannel: '없음',
  untrusted:
    '가져온 교환에는 표시가 붙습니다. 검사하거나 보내지 않습니다. 파일은 전부 가져오거나 전혀 가져오지 않습니다.',
  cancel: '취소',
  openIt: '열기',
  importIt: '가져오기',
  working: (name) => `${name} 파일을 가져오는 중`,
  workingOn: (count) => `파일 ${whole.format(count)}개를 가져오는 중`,
  opening: (name) => `${name} 파일을 여는 중`,
  opened: (name) => `${name} 파일을 읽기 전용으로 열었습니다.`,
  imported: (count, from) =>
    `${typeof from === 'string' ? `${from} 파일` : `파일 ${whole.format(from)}개`}에서 교환 ${whole.format(count)}건을 가져왔습니다.`,
  skipped: (count) => `요청 ${whole.format(count)}건은 HTTP가 아니어서 뺐습니다.`,
  refusedToo: (count) => `다른 파일 ${whole.format(count)}개도 가져오지 못했습니다.`,
  cancelled: (count) => `취소했습니다. 파일 ${whole.format(count)}개는 전혀 가져오지 않았습니다.`,
  show: '보기',
  notIntoBundle: '번들 안으로는 아무것도 가져올 수 없습니다.',
  closeAndImport: '번들을 닫고 벤치로 가져오기',
  waits: (name, count) => (count === 1 ? `${name} 파일이 기다립니다.` : `파일 ${whole.format(count)}개가 기다립니다.`),
  closeAndOpen: '여기 열린 것을 두고 계속하기',
  drop: {
    title: '놓으면 열거나 가져옵니다',
    words: '번들, HAR, Postman 컬렉션, cURL 명령을 여러 개 한꺼번에, 또는 채널 파일을 놓을 수 있습니다.',
    titleInBundle: '번들을 놓으면 엽니다',
    wordsInBundle: '지금 번들 대신 열립니다. 번들 안으로는 아무것도 가져올 수 없습니다.',
  },
  banner: {
    readOnly: (name) => `읽기 전용: ${name}`,
    made: (by, at) => `${at}, ${by}에서 만듦`,
    exchanges: (count) => `교환 ${whole.format(count)}건`,
    import: '가져오기…',
    importHint: '벤치로 돌아가서 교환이 어느 채널의 것인지 묻습니다.',
    close: '닫기',
    closeHint: '벤치로 돌아갑니다. 벤치는 그대로입니다.',
  },
};
