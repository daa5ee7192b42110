import type { FieldName } from '#shared/query/fields.ts';
import type { HelpLine } from '#shared/query/help.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Dictionary } from '../words.ts';
import { queryFields, queryForms } from './query-fields.ts';

const whole = new Intl.NumberFormat('ko');

const toldOf = (name: string) => queryForms[name] ?? queryFields[name as FieldName];

const meantSentence = (meant: string | null): string => (meant === null ? '' : ` ${meant} 항목을 찾으십니까?`);

const knownSentence = (known: readonly string[]): string =>
  known.length === 0 ? ' 아직 하나도 없습니다.' : ` 쓸 수 있는 항목: ${known.join(', ')}.`;

/** A state is asked for with `is`; every other field is called what it is. */
const called = (field: string): string => (field === 'is' ? '상태' : field);

const problem = ({ code, from, field, written, known, meant }: QueryProblem): string => {
  const at = `${String(from + 1)}번째 글자`;
  const takes = toldOf(field)?.takes ?? '';
  switch (code) {
    case 'field.unknown':
      return `${at}의 "${written}" 필드는 없습니다.${meantSentence(meant)}${knownSentence(known)} 글자 그대로 찾으려면 따옴표로 묶으십시오.`;
    case 'header.meant':
      return `${at}의 "${written}" 필드는 없습니다. 헤더는 ${meant ?? ''} 형식으로 찾으십시오.`;
    case 'name.unknown':
      return `${at}의 ${called(field)} "${written}" 항목은 없습니다.${meantSentence(meant)}${knownSentence(known)}`;
    case 'value.missing':
      return `${at}의 ${field} 필드에 값이 없습니다. 쓸 수 있는 값: ${takes}.`;
    case 'value.wrong':
      return `${at}의 "${written}" 값은 ${field} 필드와 비교할 수 없습니다. 쓸 수 있는 값: ${takes}.`;
    case 'quote.open':
      return `${at}의 따옴표가 닫히지 않았습니다.`;
    default:
      return assertNever(code);
  }
};

export const search: Dictionary['search'] = {
  label: '트래픽 검색',
  hint: 'status:4xx user:u-42 card',
  clear: '검색어 지우기',
  suggestions: '여기에 쓸 수 있는 항목',
  filter: '저장한 필터',
  recent: '최근 검색',
  problem,
  writeInstead: (meant) => `${meant} 사용`,
  hits: (count) => `${whole.format(count)}건 찾음`,
  hitsSoFar: (count) => `지금까지 ${whole.format(count)}건 찾음`,
  searching: '검색하는 중',
  searched: (done, total) => `${total}건 중 ${done}건 검색함`,
  substring: '낱말 안까지 검색',
  stop: '멈추기',
  goOn: '계속하기',
  tryAgain: '다시 시도',
  nothing: (query) => `${query} 검색 결과가 없습니다`,
  nothingHint: '조건을 하나 빼면 더 찾을 수 있습니다.',
  without: (term) => `${term} 빼기`,
  help: '검색할 수 있는 항목',
  helpName: ({ name }: HelpLine) => queryForms[name]?.name ?? name,
  helpWhat: ({ name, what }: HelpLine) => toldOf(name)?.what ?? what,
  helpTakes: ({ name, takes }: HelpLine) => (takes === '' ? '' : `쓸 수 있는 값: ${toldOf(name)?.takes ?? takes}.`),
  helpColumns: { name: '쓰기', what: '찾는 대상', example: '예' },
  filters: '저장한 필터',
  saveFilter: '이 검색 저장…',
  editFilters: '저장한 필터 편집…',
  noFilters: '이름을 붙여 저장한 검색은 여기와 명령 팔레트에 나타납니다.',
  name: '이름',
  query: '검색',
  save: '저장',
  saved: (name) => `'${name}' 이름으로 검색을 저장했습니다.`,
  remove: '삭제',
  removeFilter: (name) => `${name} 필터 삭제`,
};
