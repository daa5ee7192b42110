import type { Dictionary } from '../words.ts';

export const inspector: Dictionary['inspector'] = {
  title: '인스펙터',
  parts: '교환 구성',
  tabs: { trust: '신뢰', request: '요청', response: '응답', both: '나란히', timing: '시간', raw: '원본' },
  reading: '교환을 읽는 중',
  nothing: '선택한 교환이 없습니다',
  nothingHint:
    '말풍선이나 트래픽의 줄을 클릭하십시오. 토큰이 왜 신뢰되거나 거부되었는지, 실제로 어떤 바이트가 오갔는지 여기서 볼 수 있습니다.',
  examine: '붙여 넣은 토큰이나 요청 분석',
  receivedFrom: (remote) => `${remote}에서 받음`,
  sentTo: (remote) => `${remote}에 보냄`,
  headline: (request, status, verdict) => `${request}: ${status}, ${verdict}`,
  sizes: (request, response) => `요청 ${request}, 응답 ${response}`,
  divider: '요청과 응답 사이의 경계',
  side: '루프백 교환의 보기',
  asSent: '보낸 그대로',
  asReceived: '받은 그대로',
  otherSideGone: '상대편 기록은 더 이상 보관하지 않습니다',
  replay: {
    menu: '다시 보내기',
    asIs: '그대로 다시 보내기',
    asIsHint: '같은 바이트를 원래의 자격 증명과 함께 보냅니다. 만료되었더라도 바꾸지 않습니다.',
    signed: '다시 서명해 보내기',
    signedHint: '같은 요청을 이 채널의 새 자격 증명으로 보냅니다.',
  },
  noResponse: '응답이 없었습니다.',
  copyHead: { request: '요청 헤더 부분 복사', response: '응답 헤더 부분 복사' },
  headers: { request: '요청 헤더', response: '응답 헤더' },
  name: '이름',
  value: '값',
  copy: '복사',
  copyName: (name) => `${name} 복사`,
};

/** The phases of an exchange, which have English names of their own. */
export const phases: Readonly<Record<string, string>> = {
  queue: '대기열',
  pause: '보내기 전 쉼',
  resolve: '이름 조회',
  connect: '연결',
  secure: 'TLS',
  send: '보내기',
  wait: '기다림',
  receive: '받기',
  read: '읽기',
  judge: '판정',
  keep: '보관',
  answer: '응답',
  deliver: '전달',
};
