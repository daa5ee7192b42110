import type { Translations } from '../words.ts';

/** What cannot be done with a channel, an exchange or a request. */
export const exchangeFaults = {
  'channel.unknown': {
    message: '{channel} 채널이 없습니다.',
    next: '채널 목록에서 이름을 확인하십시오.',
  },
  'conversation.unknown': {
    message: '이 대화는 더 이상 없습니다.',
    next: '채널에서 새 대화를 시작하십시오.',
  },
  'turn.over': {
    message: '이 답을 기다리는 요청이 더 이상 없습니다.',
    next: '플랫폼의 시간 제한이 지났거나 호출한 쪽이 연결을 끊었습니다. 다음 메시지를 기다리십시오.',
  },
  'end.absent': {
    message: 'Hookbench가 {channel} 채널의 {end} 측을 맡고 있지 않습니다.',
    next: '채널 설정에서 그 측을 켜십시오.',
  },
  'voice.absent': {
    message: '지금 설정으로는 {channel} 채널에서 {voice} 역할로 말할 수 없습니다.',
    next: '다른 역할을 선택하거나, 채널 설정에서 그 역할을 보내는 측을 켜십시오.',
  },
  'gesture.unknown': {
    message: '{channel} 채널에서는 {voice} 역할로 그 동작을 할 수 없습니다: {gesture}.',
    next: '입력창이 제공하는 동작 중에서 선택하십시오.',
  },
  'setup.unknown': {
    message: '{channel} 채널의 체크리스트에 {step} 단계가 없습니다.',
    next: '채널 설정이 바뀌었습니다. 체크리스트를 다시 여십시오.',
  },
  'remedy.over': {
    message: '이 방법으로 고칠 것이 더 이상 없습니다.',
    next: '문제의 상태가 바뀌었습니다. 채널을 다시 확인하십시오.',
  },
  'credential.absent': {
    message: '지금 설정으로는 {channel} 채널이 자격 증명을 요구하지 않아 판정할 것이 없습니다.',
    next: '다른 채널을 선택하거나 요청 전체를 붙여 넣으십시오.',
  },
  'mint.absent': {
    message: '{channel} 채널에는 서명된 토큰이 없습니다.',
    next: 'JWT를 요구하는 플랫폼의 채널을 선택하십시오. 이 채널은 문자열을 비교합니다.',
  },
  'request.withheld': {
    message: '이 요청은 보내지 않았습니다. {reason}.',
    next: '아무것도 나가지 않았습니다. 언급된 채널의 스위치와 설정을 확인하십시오.',
  },
  'request.unsendable': {
    message: '이 요청은 이대로 보낼 수 없습니다: {reason}.',
    next: '언급된 헤더나 메서드를 바꾸십시오.',
  },
  'exchange.unknown': {
    message: '교환 #{id}은(는) 더 이상 없습니다.',
    next: '지웠거나 보관 한도에 따라 삭제되었을 수 있습니다.',
  },
  'exchange.cut': {
    message: '교환 #{id}의 요청은 중간에 잘려 온전하지 않습니다.',
    next: '다른 교환을 선택하거나, 본문 크기 제한을 늘린 뒤 요청을 다시 받으십시오.',
  },
  'replay.nowhere': {
    message: '교환 #{id}에는 채널이 없어 다시 보낼 곳이 없습니다.',
    next: '채널에 속한 교환을 선택하십시오.',
  },
  'replay.unsigned': {
    message: '{channel} 채널에서 이런 요청에는 자격 증명이 없습니다.',
    next: '그대로 다시 보내십시오.',
  },
} satisfies Partial<Translations['faults']>;
