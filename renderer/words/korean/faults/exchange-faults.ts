import type { exchangeFaults as english } from '#shared/contract/faults/exchange-faults.ts';
import type { FaultWords } from '../../words.ts';

export const exchangeFaults: FaultWords<typeof english> = {
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
  'burst.many': {
    message: '이미 {count}개의 반복 전송이 실행 중입니다.',
    next: '하나가 끝날 때까지 기다리거나 취소하십시오.',
  },
  'payload.unknown': {
    message: '저장한 이 요청은 더 이상 없습니다.',
    next: '다른 요청을 선택하거나 다시 저장하십시오.',
  },
  'shelf.full': {
    message: '저장한 요청을 더 보관할 자리가 없습니다: {reason}.',
    next: '더 이상 필요 없는 것을 삭제하십시오.',
  },
};
