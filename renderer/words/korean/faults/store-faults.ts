import type { storeFaults as english } from '#shared/contract/faults/store-faults.ts';
import type { FaultWords } from '../../words.ts';

export const storeFaults: FaultWords<typeof english> = {
  'store.full': {
    message: '디스크가 가득 차 교환을 메모리에만 보관하고 있습니다.',
    next: '공간을 비우십시오. 가능해지는 즉시 Hookbench가 저장합니다.',
  },
  'store.failed': {
    message: '교환 저장소에 쓸 수 없습니다: {reason}.',
    next: '{folder} 폴더를 확인하십시오. 다시 쓸 수 있을 때까지 교환을 메모리에 보관합니다.',
  },
  'store.newer': {
    message: '{folder}의 데이터는 더 새로운 Hookbench가 기록한 것입니다.',
    next: 'Hookbench를 업데이트하거나 --data로 다른 폴더를 선택하십시오.',
  },
  'data.locked': {
    message: '다른 Hookbench(프로세스 {pid})가 {folder} 폴더를 사용하고 있습니다.',
    next: '그 Hookbench를 사용하거나 종료하십시오. 또는 --data로 다른 폴더를 선택하십시오.',
  },
  'data.unreadable': {
    message: '{file} 파일을 읽을 수 없습니다: {reason}.',
    next: '파일을 고치거나 다른 곳으로 옮기십시오. Hookbench는 파일을 바꾸지 않았습니다.',
  },
  'data.refused': {
    message: '시스템이 Hookbench가 {file}에 접근하는 것을 허용하지 않습니다: {reason}.',
    next: '쓰기 권한과 디스크 여유 공간을 확인하거나 다른 폴더를 선택하십시오.',
  },
  'secrets.sealed': {
    message: '{folder}의 비밀 값은 데스크톱 앱이 암호화한 것이어서 여기서 열 수 없습니다.',
    next: '데스크톱 앱을 시작하거나 --data로 다른 폴더를 선택하십시오.',
  },
};
