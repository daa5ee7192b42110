import type { BotScript } from '#shared/bot/bot-script.ts';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { Words } from '#renderer/words/words.ts';
import { readDraft, type Field } from '../settings-form.ts';
import { matchOf } from './conditions.ts';
import { readMessages } from './json-issues.ts';
import type { RuleDraft } from './rule-draft.ts';

type RuleWords = Pick<Words, 'form' | 'rules' | 'translations'>;
type Wrong = (place: string, message: string) => void;

/** The rule that a draft stands for, and what cannot be read of it by JSON Pointer. */
type Read<Rule> = { readonly rule: Rule; readonly issues: readonly InputIssue[] };

/** `pointer` is where the rule stands in the input of its command. */
export const readReplyRule = (
  draft: RuleDraft,
  pointer: string,
  switchFields: readonly Field[],
  words: RuleWords,
): Read<ReplyRule> => {
  const { issues, wrong } = collect(pointer);
  const switches = readDraft(switchFields, draft.switches, words.form);
  if (!switches.ok)
    for (const { path, message } of switches.issues) issues.push({ path: `${pointer}/switches${path}`, message });
  tellEmptyCondition(draft, words, wrong);
  return {
    rule: {
      name: draft.name.trim(),
      ...(draft.isOff ? { isOff: true } : {}),
      when: draft.conditions.length === 0 ? null : matchOf(draft.conditions),
      say: draft.sayAs === 'bot' ? null : [...readSay(draft, words, wrong)],
      status: readNumber(draft.status, words, (message) => wrong('status', message)),
      headers: readHeaders(draft.headers, words, wrong),
      delay: readNumber(draft.delay, words, (message) => wrong('delay', message)) ?? 0,
      switches: switches.ok ? { ...switches.settings } : {},
    },
    issues,
  };
};

type BotRule = BotScript['rules'][number];

export const readBotRule = (draft: RuleDraft, pointer: string, words: RuleWords): Read<BotRule> => {
  const { issues, wrong } = collect(pointer);
  tellEmptyCondition(draft, words, wrong);
  if (draft.conditions.length === 0) wrong('when', words.rules.problems.noCondition);
  return {
    rule: {
      ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
      ...(draft.isOff ? { isOff: true } : {}),
      when: matchOf(draft.conditions),
      say: [...readSay(draft, words, wrong)],
    },
    issues,
  };
};

/** What a bot says where no rule counts. */
export const readFallback = (draft: RuleDraft, pointer: string, words: RuleWords): Read<BotScript['fallback']> => {
  const { issues } = collect(pointer);
  const rule = [...readSay(draft, words, (_, message) => void issues.push({ path: pointer, message }))];
  return { rule, issues };
};

const collect = (pointer: string): { readonly issues: InputIssue[]; readonly wrong: Wrong } => {
  const issues: InputIssue[] = [];
  return { issues, wrong: (place, message) => void issues.push({ path: `${pointer}/${place}`, message }) };
};

const tellEmptyCondition = ({ conditions }: RuleDraft, { rules }: RuleWords, wrong: Wrong): void => {
  if (conditions.some(({ text }) => text.trim() === '')) wrong('when', rules.problems.emptyCondition);
};

const readSay = ({ sayAs, messages, json }: RuleDraft, { rules }: RuleWords, wrong: Wrong): readonly Content[] => {
  if (sayAs === 'bot') return [];
  if (sayAs === 'messages') return messages;
  const read = readMessages(json);
  if (!read.ok) wrong('say', rules.problems.json);
  return read.ok ? read.messages : [];
};

const readNumber = (written: string, { form }: RuleWords, wrong: (message: string) => void): number | null => {
  if (written.trim() === '') return null;
  const value = Number(written);
  if (Number.isInteger(value)) return value;
  wrong(form.mustBeWholeNumber);
  return null;
};

const readHeaders = (written: string, { rules }: RuleWords, wrong: Wrong): ReplyRule['headers'] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) wrong('headers', rules.problems.noColon(line.trim()));
      return colon < 1
        ? { name: 'x', value: '' }
        : { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
    });
