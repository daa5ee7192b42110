import type { rowFaults as english } from '#shared/contract/faults/row-faults.ts';
import type { FaultWords } from '../../words.ts';

export const rowFaults: FaultWords<typeof english> = {
  'query.wrong': {
    message: '{problem}',
    next: '해당 위치를 고치십시오. 쓸 수 있는 모든 필드와 값은 검색 도움말에 있습니다.',
  },
  'marks.full': {
    message: '표시한 교환이 이미 {most}건입니다.',
    next: '더 이상 필요하지 않은 교환에서 표시를 지우십시오.',
  },
};
