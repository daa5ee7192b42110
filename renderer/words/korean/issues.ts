import type { Translations } from '../words.ts';

/** What a value may be asked to be, as it stands in a list. */
const kinds: Readonly<Record<string, string>> = {
  text: '텍스트',
  'a whole number': '정수',
  'a number': '숫자',
  'true or false': '참·거짓',
  nothing: '빈 값',
  'a list': '목록',
  'a JSON object': 'JSON 객체',
  'another value': '다른 값',
};

/** `"a", 5 or nothing` as its parts in Korean; null where one of them is none that we know. */
const kindsIn = (listed: string): readonly string[] | null => {
  const parts = listed.matchAll(/(?:^|, | or )(true or false|"(?:[^"\\]|\\.)*"|(?:(?! or |, ).)+)/g);
  const said = [...parts].map(([, each = '']) => (/^["\d-]/.test(each) ? each : kinds[each]));
  return said.every((each) => each !== undefined) ? said : null;
};

const oneOf = (listed: string): string | null => {
  const said = kindsIn(listed);
  if (!said || said.length === 0) return null;
  return said.length === 1
    ? `형식이 다릅니다. 필요한 값: ${said.join()}`
    : `다음 중 하나여야 합니다: ${said.join(', ')}`;
};

/** A size as Korean writes it: `1 byte` is `1바이트`, `25 MB` is `25MB`. */
const amountOf = (amount: string): string => amount.replace(/ bytes?$/, '바이트').replace(/ ([KMG]B)$/, '$1');

/** The sentences of shared/contract/issue-words.ts, the special ones before the general ones. */
export const issues: Translations['issues'] = [
  [/^must not be empty$/, () => '비워 둘 수 없습니다'],
  [/^is missing$/, () => '값이 필요합니다'],
  [/^is not known here$/, () => '여기에는 없는 항목입니다'],
  [/^is not valid$/, () => '올바른 값이 아닙니다'],
  [/^is not written in the form that is expected here$/, () => '형식이 올바르지 않습니다'],
  [/^must be at least (\S+) characters? long$/, (count) => `${count}자 이상이어야 합니다`],
  [/^must be at most (\S+) characters? long$/, (count) => `${count}자 이하여야 합니다`],
  [/^must have at least one entry$/, () => '항목이 하나 이상 있어야 합니다'],
  [/^must have at least (\S+) entries$/, (count) => `항목이 ${count}개 이상 있어야 합니다`],
  [/^must have at most (\S+) entr(?:y|ies)$/, (count) => `항목이 ${count}개 이하여야 합니다`],
  [/^must not have the same entry twice$/, () => '같은 항목이 두 번 있을 수 없습니다'],
  [/^must be at least (.+)$/, (amount) => `${amountOf(amount)} 이상이어야 합니다`],
  [/^must be at most (.+)$/, (amount) => `${amountOf(amount)} 이하여야 합니다`],
  [/^must be more than (.+)$/, (amount) => `${amount}보다 커야 합니다`],
  [/^must be less than (.+)$/, (amount) => `${amount}보다 작아야 합니다`],
  [/^must be a multiple of (.+)$/, (amount) => `${amount}의 배수여야 합니다`],
  [/^must be (.+)$/, oneOf],
];
