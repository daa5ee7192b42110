import type { channelFaults as english } from '#shared/contract/faults/channel-faults.ts';
import type { FaultWords } from '../../words.ts';

export const channelFaults: FaultWords<typeof english> = {
  'channel.unknown': {
    message: '{channel} 채널이 없습니다.',
    next: '채널 목록에서 이름을 확인하십시오.',
  },
  'conversation.unknown': {
    message: '이 대화는 더 이상 없습니다.',
    next: '채널에서 새 대화를 시작하십시오.',
  },
  'bot.unknown': {
    message: '직접 만든 봇 중에 {bot} 봇이 없습니다.',
    next: '직접 만든 봇 중에서 선택하십시오. 기본으로 제공되는 봇은 삭제할 수 없습니다.',
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
  'secret.absent': {
    message: '지금 {channel} 채널에 {setting} 비밀 값이 없습니다.',
    next: '채널 설정에서 입력하거나, 그 값이 있는 환경으로 전환하십시오.',
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
};
