import type { exportFaults as english } from '#shared/contract/faults/export-faults.ts';
import type { FaultWords } from '../../words.ts';

export const exportFaults: FaultWords<typeof english> = {
  'export.nothing': {
    message: '내보낼 것이 없습니다. 조건에 맞는 교환이나 대화가 없습니다.',
    next: '다른 것을 선택하거나 먼저 트래픽을 캡처하십시오.',
  },
  'export.gone': {
    message: '이 내보내기 파일은 더 이상 없습니다.',
    next: '다시 내보내십시오. Hookbench가 실행되는 동안 최근 몇 개만 보관합니다.',
  },
  'export.unfinished': {
    message: '내보내기가 아직 끝나지 않았습니다.',
    next: '끝날 때까지 기다린 뒤 읽으십시오.',
  },
  'export.too-large': {
    message: '파일 크기가 {limit}보다 커집니다.',
    next: '교환을 더 적게 선택하고 나머지는 다른 파일로 내보내십시오.',
  },
  'import.unreadable': {
    message: '{file} 파일을 가져올 수 없습니다: {reason}.',
    next: '아무것도 보관하지 않았습니다. 파일을 고치거나 원래 도구에서 다시 내보내십시오.',
  },
  'import.too-large': {
    message: '{limit}보다 큰 파일은 가져올 수 없습니다.',
    next: '원래 도구에서 더 적게 내보내십시오.',
  },
  'import.gone': {
    message: '가져오려던 파일이 더 이상 없습니다.',
    next: '파일을 다시 선택하십시오.',
  },
  'import.unanswered': {
    message: '가져온 파일에 이 요청의 응답이 없습니다.',
    next: '응답을 받으려면 다시 보내십시오.',
  },
  'bundle.read-only': {
    message: '이 번들은 읽기 전용으로 열렸습니다. 안의 내용을 바꾸거나 보낼 수 없습니다.',
    next: '내용을 이어서 다루려면 자신의 벤치로 가져오십시오.',
  },
};
