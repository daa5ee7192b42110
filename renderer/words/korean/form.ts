import type { Dictionary } from '../words.ts';

export const form: Dictionary['form'] = {
  cancel: '취소',
  marked: '저장하지 않았습니다. 표시된 항목을 고친 뒤 다시 시도하십시오.',
  issueAt: (place, problem) => `${place}: ${problem}`,
  clearFilter: '필터 지우기',
  filterSettings: '설정 찾기',
  noSettingHas: (words) => `“${words}” 검색어에 맞는 설정이 없습니다.`,
  off: '끔',
  looksUnusual: (hint) => `흔하지 않은 값입니다: ${hint}.`,
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
