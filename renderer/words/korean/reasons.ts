import type { Translations } from '../words.ts';

/** What Hookbench itself gives as a reason in a fault, by the English words. */
export const reasons: Translations['reasons'] = {
  'it came without the token of this start': '이번 실행의 토큰 없이 열렸습니다',
  'the token is missing or is not that of this start': '토큰이 없거나 이번 실행의 토큰이 아닙니다',
  'it was not asked for under its own name': '자기 이름으로 요청되지 않았습니다',
  'only application/json is read': 'application/json만 읽습니다',
  'there is nothing at this path for this method': '이 경로에는 이 메서드로 할 수 있는 것이 없습니다',
  'the call did not come from the page': '호출이 페이지에서 오지 않았습니다',
  'the connection ended in the middle of the answer': '응답 도중에 연결이 끊겼습니다',
  'Hookbench was closed': 'Hookbench가 종료되었습니다',
  'It was imported, and the file holds no answer to it': '가져온 파일에 이 요청에 대한 응답이 없습니다',
  'it is larger than 64 MB': '64MB보다 큽니다',
  'it is no text in UTF-8': 'UTF-8 텍스트가 아닙니다',
  'it is no text in UTF-8, so it is nothing that can be imported': 'UTF-8 텍스트가 아니어서 가져올 수 없습니다',
  'it is not there any more': '더 이상 없습니다',
  'it was changed or taken away': '그 사이에 바뀌었거나 없어졌습니다',
  'This is neither a HAR file nor a Postman collection nor a bundle nor a curl command':
    'HAR 파일도 Postman 컬렉션도 번들도 curl 명령도 아닙니다',
  'it is too large for a channel': '채널 하나로 보기에는 너무 큽니다',
  'what is saved takes 32 MB together': '저장한 요청의 합계가 32MB입니다',
};
