import type { networkFaults as english } from '#shared/contract/faults/network-faults.ts';
import type { FaultWords } from '../../words.ts';

export const networkFaults: FaultWords<typeof english> = {
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
};
