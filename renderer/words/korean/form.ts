import type { OddityCode } from '#shared/trust/hygiene.ts';
import type { Dictionary } from '../words.ts';

const oddities: Readonly<Record<OddityCode, string>> = {
  'zero-width': '보이지 않는 문자가 들어 있습니다',
  'line-break': '중간에 줄 바꿈이 있습니다',
  assignment: '변수 이름과 등호로 시작합니다',
  scheme: '어차피 앞에 붙는 Bearer로 시작합니다',
  quoted: '따옴표로 둘러싸여 있으며 따옴표도 값에 포함됩니다',
  'white-space': '앞이나 뒤에 공백이 있습니다',
  'inner-space': '중간에 공백이 있습니다',
  'look-alike': '키보드의 글자와 모양만 같은 문자가 있습니다',
  masked: '비밀 값이 아니라 화면에서 가려진 모양입니다',
  placeholder: '실제 값이 들어갈 자리를 나타내는 말로 보입니다',
};

export const form: Dictionary['form'] = {
  cancel: '취소',
  marked: '저장하지 않았습니다. 표시된 항목을 고친 뒤 다시 시도하십시오.',
  outrun:
    '그사이 다른 곳에서 변경되었습니다. 저장하면 여기에 쓴 내용으로 바뀌고, 변경 취소를 누르면 변경된 내용이 보입니다.',
  issueAt: (place, problem) => `${place}: ${problem}`,
  clearFilter: '필터 지우기',
  filterSettings: '설정 찾기',
  noSettingHas: (words) => `“${words}” 검색어에 맞는 설정이 없습니다.`,
  off: '끔',
  looksUnusual: (hint) => `흔하지 않은 값입니다: ${hint}.`,
  oddity: (code) => oddities[code],
  odd: (said) => `${said.join(', ')}.`,
  clean: '정리',
  mustNotBeEmpty: '비워 둘 수 없습니다',
  mustBeNumber: '숫자를 입력해야 합니다',
  mustBeWholeNumber: '정수를 입력해야 합니다',
  mustBeJson: (problem) => `JSON을 입력해야 합니다. ${problem}`,
  certainty: {
    documented: { word: '문서 확인', meaning: '공급업체 문서에 있음' },
    observed: { word: '관찰됨', meaning: '실제 통신이나 공개된 코드에서 확인함' },
    assumed: { word: '추정', meaning: '어디에도 문서화되지 않아 Hookbench가 추정함' },
  },
};
