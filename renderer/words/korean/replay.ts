import type { Dictionary } from '../words.ts';

export const replay: Dictionary['replay'] = {
  title: '다시 보내기',
  sentAgain: {
    're-sign': (id) => `#${String(id)} 요청을 새 자격 증명으로 다시 보냄`,
    'as-is': (id) => `#${String(id)} 요청을 그대로 다시 보냄`,
    edited: (id) => `#${String(id)} 요청을 바꾸어 다시 보냄`,
  },
  show: (id) => `#${String(id)} 보기`,
  before: '이전',
  now: '지금',
  nowInLine: '지금',
  absent: '없음',
  headersDiffer: '다른 헤더',
  tokenDiffers: '토큰에서 다른 점',
  headersSame: '헤더가 같습니다.',
  addressDiffers: '주소가 다릅니다.',
  addressDiffersMasked: '주소에서 여기 가려진 부분이 다릅니다.',
  body: {
    tooLong: '본문이 너무 길어 비교할 수 없습니다.',
    same: (size) => `본문은 바이트 단위까지 같습니다(${size}).`,
    differs: (before, after) => `본문이 다릅니다. 이전 ${before}, 지금 ${after}.`,
    unreadable: '본문을 읽지 못했습니다.',
  },
  tokenEndsIn: (end) => `토큰(끝자리 …${end})`,
  characters: (masked, count) => `${masked} (${String(count)}자)`,
  outcome: (status, verdict) => `${status}, ${verdict}`,
  notAnswered: '아직 응답 없음',
  lessons: {
    waiting: '응답을 기다리는 중입니다.',
    same: '결과가 같습니다.',
    sameSigned: '결과가 같습니다. 자격 증명 때문은 아니었습니다.',
    untold: (status) => `이번에는 ${status} 응답을 받았지만, 상대편이 이유를 알려 주지 않습니다.`,
    acceptedOtherwise: (status) =>
      `자격 증명은 이제 허용됩니다. ${status} 응답은 다른 이유 때문입니다. 발견 사항을 확인하십시오.`,
    signedAccepted: '자격 증명을 새로 만드니 허용되었습니다. 문제는 그것뿐이었습니다.',
    signedRefused: '자격 증명은 이제 맞지만 여전히 거부됩니다. 다른 문제도 있습니다.',
    asIsAccepted: '한 바이트도 바뀌지 않았지만 이제 허용됩니다. 그사이 채널의 설정이 바뀌었습니다.',
    asIsRefused:
      '한 바이트도 바뀌지 않았지만 이제 거부됩니다. 시간이 지났거나, 토큰이 이미 쓰였거나, 설정이 바뀌었습니다.',
    editedAccepted: '이제 허용됩니다. 다른 점을 확인하십시오.',
    editedRefused: '이제 거부됩니다. 다른 점을 확인하십시오.',
  },
};
