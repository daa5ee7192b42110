import type { Dictionary, Translations } from '../words.ts';

export const mint: Dictionary['mint'] = {
  title: (channel) => `${channel} 채널의 토큰 만들기`,
  noTokens: (channel) => `${channel} 채널에는 서명된 토큰이 없습니다. 문자열을 비교합니다.`,
  preset: '프리셋',
  claims: '클레임',
  claimsHint: '자유롭게 바꾸십시오. 여기 적힌 내용으로 토큰을 새로 만듭니다.',
  remarks: '유의할 점',
  another: '하나 더 만들기',
  token: '토큰',
  header: '헤더',
  secret: '토큰은 비밀 값입니다. 토큰을 가진 사람은 그 사용자로 행동할 수 있습니다. 여기에 보관하지 않습니다.',
  copyToken: { label: '토큰 복사', words: '토큰 복사' },
  copyHeader: { label: '헤더 복사', words: '헤더로 복사' },
  copyCurl: { label: 'curl 명령으로 복사', words: 'curl로 복사' },
  send: '이 토큰으로 보내기',
  sendHint: '이 토큰으로 “hi”를 보내고 결과를 표시합니다',
  lint: {
    notAnObject: '클레임은 JSON 객체여야 합니다: {"sub": "…"}',
    noApp: (names) => `앱을 나타내는 클레임이 없습니다. 필요한 클레임: ${names.join(' 또는 ')}`,
    otherApp: (name) => `${name} 값이 이 채널의 것이 아닙니다.`,
    odd: (name, meaning) => `${name}: ${meaning}.`,
    expired: 'exp 시각이 지났습니다. 토큰이 만료되었습니다.',
    notYet: 'nbf 시각이 아직 오지 않았습니다. 토큰이 아직 유효하지 않습니다.',
    fromTheFuture: 'iat 시각이 미래입니다.',
    endless: 'exp 클레임이 없습니다. 토큰이 만료되지 않습니다.',
    noSubject: 'sub 클레임이 없습니다. 누구에 대한 토큰인지 알 수 없습니다.',
    noJti: 'jti 클레임이 없습니다. 앱이 이 클레임을 요구합니다.',
  },
};

/** The presets by their id: they have English words of their own. */
export const presets: Translations['presets'] = {
  valid: { title: '유효함', summary: '허용됩니다.' },
  expired: { title: '만료됨', summary: '거부됩니다. exp 시각이 한 시간 지났습니다.' },
  'not-yet': {
    title: '아직 유효하지 않음',
    summary: 'nbf 시각이 한 시간 뒤입니다. 이를 확인하는지는 플랫폼에 따라 다릅니다.',
  },
  'no-expiry': {
    title: '만료 없음',
    summary: 'exp 클레임이 없습니다. 허용하는 곳에서는 토큰이 영원히 유효합니다.',
  },
  milliseconds: {
    title: '밀리초 단위 시각',
    summary: 'iat와 exp 값이 천 배 큽니다. 흔한 실수입니다(RFC 7519 §2는 초 단위를 요구합니다).',
  },
  'wrong-secret': { title: '잘못된 키', summary: '거부됩니다. 서명이 맞지 않습니다.' },
  unsigned: { title: '서명 없음', summary: '거부됩니다. alg 값이 none입니다(RFC 8725 §3.2).' },
  'other-app': { title: '다른 앱', summary: '거부됩니다. 앱을 나타내는 클레임의 값이 다릅니다.' },
  'same-jti': { title: '매번 같은 jti', summary: '앱이 jti를 확인하는 경우 두 번째부터 거부됩니다.' },
};
