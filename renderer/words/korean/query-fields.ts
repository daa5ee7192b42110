import type { FieldName } from '#shared/query/fields.ts';

type Told = { readonly takes: string; readonly what: string };

const moment = '지금으로부터의 시간(10m, 2h, 1d), 오늘의 시각(10:30) 또는 일시(2026-01-31T10:30)';

/** What each field of a query takes and finds. */
export const queryFields: Readonly<Record<FieldName, Told>> = {
  status: { takes: '상태 코드(401), 종류(4xx), 비교(>=400) 또는 범위(400..403)', what: '응답의 상태 코드.' },
  method: { takes: '메서드', what: '요청의 메서드.' },
  path: { takes: '경로나 쿼리의 일부', what: '목록에 보이는 대로의 요청 경로와 쿼리.' },
  host: { takes: '호스트, 주소 또는 포트의 일부', what: '상대방: 보낸 곳 또는 들어온 곳.' },
  dir: { takes: 'in, out 또는 loopback', what: '방향. loopback은 양측이 모두 우리 쪽인 교환입니다.' },
  platform: { takes: '플랫폼 이름', what: '채널의 플랫폼.' },
  channel: { takes: '채널 이름 또는 그 일부', what: '교환이 속한 채널.' },
  user: { takes: '사용자 ID', what: '교환이 속한 대화의 사용자.' },
  verdict: { takes: 'trusted, refused 또는 unchecked', what: '자격 증명에 대한 판정.' },
  is: {
    takes: 'pinned, marked, noted, pending, answered, failed, withheld, aborted, malformed 또는 imported',
    what: '교환의 결과, 또는 교환에 표시한 것.',
  },
  since: { takes: moment, what: '그때 또는 그 뒤에 시작한 교환.' },
  until: { takes: moment, what: '그보다 먼저 시작한 교환.' },
  duration: { takes: '시간의 비교나 범위(>500ms, 1s..3s)', what: '걸린 시간.' },
  size: { takes: '크기의 비교나 범위(>10kb, 1mb..2mb)', what: '두 본문을 합한 바이트 수.' },
  header: { takes: '헤더 이름 또는 이름=값', what: '요청이나 응답의 헤더.' },
  'req.header': { takes: '헤더 이름 또는 이름=값', what: '요청의 헤더.' },
  'res.header': { takes: '헤더 이름 또는 이름=값', what: '응답의 헤더.' },
  body: { takes: '낱말. 여럿이면 따옴표로 묶습니다', what: '요청이나 응답의 본문.' },
  'req.body': { takes: '낱말. 여럿이면 따옴표로 묶습니다', what: '요청의 본문.' },
  'res.body': { takes: '낱말. 여럿이면 따옴표로 묶습니다', what: '응답의 본문.' },
  defect: { takes: '결함 이름의 일부', what: '작용한 결함.' },
  rule: { takes: '응답 규칙이나 봇 규칙 이름의 일부', what: '응답을 만든 규칙.' },
  trace: { takes: '추적 번호(t17)', what: '한 교환에서 비롯된 모든 것.' },
  id: { takes: '교환 번호(12) 또는 범위(12..40)', what: '교환의 번호.' },
  mark: { takes: 'red, orange, yellow, green, blue 또는 purple', what: '표시한 색.' },
  note: { takes: '메모의 일부', what: '남긴 메모.' },
};

/** What stands in the help before the fields, by what it is called in English. */
export const queryForms: Readonly<Record<string, Told & { readonly name: string }>> = {
  word: {
    name: '낱말',
    takes: '',
    what: '헤더나 본문에서 이렇게 시작하는 낱말. 없으면 낱말 안의 글자까지 찾습니다.',
  },
  '"words"': { name: '"낱말들"', takes: '', what: '이 순서로 이어진 낱말들.' },
  '-term': { name: '-조건', takes: '아무 조건', what: '그 조건에 맞지 않는 것.' },
  'field:a,b': { name: 'field:a,b', takes: '여러 값', what: '그 가운데 하나에 맞는 것.' },
};
