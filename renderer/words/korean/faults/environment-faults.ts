import type { environmentFaults as english } from '#shared/contract/faults/environment-faults.ts';
import type { FaultWords } from '../../words.ts';

export const environmentFaults: FaultWords<typeof english> = {
  'environment.unknown': {
    message: '{channel} 채널에 그 환경이 더 이상 없습니다.',
    next: '다른 곳에서 삭제되었습니다. 채널을 다시 확인하십시오.',
  },
  'environment.active': {
    message: '{environment} 환경은 사용 중이므로 삭제할 수 없습니다.',
    next: '먼저 다른 환경으로 전환하십시오.',
  },
};
