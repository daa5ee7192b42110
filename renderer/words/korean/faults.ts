import type { Translations } from '../words.ts';
import { exchangeFaults } from './exchange-faults.ts';

/** Every fault in Korean; a code that is missing does not compile. */
export const faults: Translations['faults'] = {
  ...exchangeFaults,
  'port.taken': {
    message: '{host}의 포트 {port}번을 다른 프로그램이 이미 사용하고 있습니다.',
    next: '비어 있는 다음 포트 {free}번을 사용하거나 그 프로그램을 종료하십시오.',
  },
  'port.refused': {
    message: '시스템이 {host}:{port}에서 수신 대기하는 것을 허용하지 않습니다({reason}).',
    next: '1023보다 큰 포트를 선택하십시오.',
  },
  'listening.off': {
    message: 'Hookbench가 수신 대기하지 않아 플랫폼 측을 맡을 수 없습니다.',
    next: '수신 대기를 시작한 뒤 메시지를 다시 보내십시오.',
  },
  'target.unresolved': {
    message: '호스트 이름 {host}의 주소를 찾을 수 없습니다.',
    next: '호스트 이름의 철자와 이 컴퓨터의 네트워크 연결을 확인하십시오.',
  },
  'target.refused': {
    message: '{host}에서 수신 대기하는 서버가 없습니다.',
    next: '그곳에서 서버를 시작하거나 호스트와 포트를 고치십시오.',
  },
  'target.unreachable': {
    message: '{host}에 연결할 수 없습니다({reason}).',
    next: '네트워크와 주소를 확인하십시오.',
  },
  'target.reset': {
    message: '{host} 서버가 응답하기 전에 연결을 끊었습니다.',
    next: '서버가 스스로 연결을 끊었으므로 그 서버의 로그를 확인하십시오.',
  },
  'target.tls': {
    message: '{host}와의 TLS 연결에 실패했습니다: {reason}.',
    next: '서버의 인증서를 확인하십시오. 로컬 서버라면 http://를 사용하십시오.',
  },
  'target.timeout': {
    message: '{host} 서버가 {seconds}초 안에 응답하지 않았습니다.',
    next: '채널의 시간 제한을 늘리거나 그 서버의 상태를 확인하십시오.',
  },
  'target.invalid': {
    message: '요청을 보낼 수 없는 주소입니다: {url}',
    next: 'http:// 또는 https://로 시작하고 호스트와 경로가 있는 주소를 사용하십시오.',
  },
  'target.garbled': {
    message: '{host} 서버가 HTTP가 아닌 응답을 보냈습니다({reason}).',
    next: 'HTTP 서버의 포트가 맞는지 확인하십시오.',
  },
  'target.failed': {
    message: '{host}에 보낸 요청이 실패했습니다: {reason}.',
    next: '다시 보내 보고, 계속 실패하면 그 서버의 로그를 확인하십시오.',
  },
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
    next: '쓰기 권한과 디스크 여유 공간을 확인하거나 --data로 다른 폴더를 선택하십시오.',
  },
  'secrets.sealed': {
    message: '{folder}의 비밀 값은 데스크톱 앱이 암호화한 것이어서 여기서 열 수 없습니다.',
    next: '데스크톱 앱을 시작하거나 --data로 다른 폴더를 선택하십시오.',
  },
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
