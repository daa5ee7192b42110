import type { undoFaults as english } from '#shared/contract/faults/undo-faults.ts';
import type { FaultWords } from '../../words.ts';

export const undoFaults: FaultWords<typeof english> = {
  'undo.over': {
    message: '이 항목은 더 이상 되돌릴 수 없습니다.',
    next: '삭제한 항목은 1분 안에, Hookbench를 종료하기 전까지만 되돌릴 수 있습니다.',
  },
};
