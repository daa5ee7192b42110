import type { IgnoreRules } from '#shared/compare/ignored.ts';
import { isToken } from '#shared/exchange/sendable.ts';

type Change = Partial<IgnoreRules>;

/** The rules with one more, as a person writes it: a place in JSON begins with a slash, a header is named. Null where it is neither. */
export const ruleOfText = ({ pointers, headers }: IgnoreRules, text: string): Change | null => {
  const rule = text.trim();
  if (rule.startsWith('/')) return { pointers: [...new Set([...pointers, rule])].slice(-200) };
  return isToken(rule) ? { headers: [...new Set([...headers, rule])].slice(-200) } : null;
};

export const withoutRule = ({ pointers, headers }: IgnoreRules, rule: string): Change => ({
  pointers: pointers.filter((each) => each !== rule),
  headers: headers.filter((each) => each !== rule),
});
