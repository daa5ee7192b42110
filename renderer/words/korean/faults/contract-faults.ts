import type { contractFaults as english } from '#shared/contract/faults/contract-faults.ts';
import type { FaultWords } from '../../words.ts';

export const contractFaults: FaultWords<typeof english> = {
  'command.unknown': {
    message: '{command} 명령이 없습니다.',
    next: '페이지와 서버의 버전이 다릅니다. 페이지를 새로 고치십시오.',
  },
  'input.invalid': { message: '{problem}', next: '고친 뒤 다시 시도하십시오.' },
  'wire.lost': {
    message: 'Hookbench와의 연결이 끊겼습니다.',
    next: '실행 중인지 확인하십시오. 페이지는 자동으로 다시 연결됩니다.',
  },
  'wire.refused': {
    message: 'Hookbench가 이 페이지를 거부했습니다: {reason}.',
    next: 'Hookbench가 시작할 때 출력한 URL을 여십시오.',
  },
  bug: {
    message: 'Hookbench에 문제가 발생했습니다(사건 번호 {incident}).',
    next: '잃은 데이터는 없습니다. 자세한 내용은 로그에서 이 번호로 찾을 수 있습니다.',
  },
};
