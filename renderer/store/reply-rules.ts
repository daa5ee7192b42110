import type { Words } from '#renderer/words/words.ts';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import type { Content } from '#shared/exchange/message.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { splitByHand } from './by-hand.ts';
import { draftOf, readDraft, type Draft, type Field } from './settings-form.ts';

export type ConditionKind = 'is' | 'starts' | 'has' | 'pressed' | 'event';

export const conditionKinds: readonly ConditionKind[] = ['is', 'starts', 'has', 'pressed', 'event'];

export type Condition = { readonly key: number; readonly kind: ConditionKind; readonly text: string };

/** Whose words a rule says. */
export type SayAs = 'bot' | 'texts' | 'json';

/** A rule as it is being written. */
export type RuleDraft = {
  readonly key: number;
  readonly name: string;
  /** Any one is enough; none: always. */
  readonly conditions: readonly Condition[];
  readonly sayAs: SayAs;
  readonly words: string;
  readonly status: string;
  readonly headers: string;
  readonly delay: string;
  readonly switches: Draft;
};

let lastKey = 0;
export const nextKey = (): number => (lastKey += 1);

export const newRule = (name: string, switchFields: readonly Field[]): RuleDraft => ({
  key: nextKey(),
  name,
  conditions: [],
  sayAs: 'bot',
  words: '',
  status: '',
  headers: '',
  delay: '',
  switches: draftOf(switchFields, {}),
});

const isPlainText = (content: Content): boolean => content.kind === 'text' && content.spans === undefined;

const wordsOf = (say: ReplyRule['say']): Pick<RuleDraft, 'sayAs' | 'words'> => {
  if (say === null) return { sayAs: 'bot', words: '' };
  const texts = say.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  const words = texts.join('\n\n');
  const isSame =
    say.every(isPlainText) && splitByHand(words).join('\n\n') === words && texts.length === splitByHand(words).length;
  return isSame ? { sayAs: 'texts', words } : { sayAs: 'json', words: writeJson(say) };
};

export const draftOfRule = (rule: ReplyRule, switchFields: readonly Field[]): RuleDraft => ({
  key: nextKey(),
  name: rule.name,
  conditions: conditionKinds.flatMap((kind) =>
    (rule.when?.[kind] ?? []).map((text) => ({ key: nextKey(), kind, text })),
  ),
  ...wordsOf(rule.say),
  status: rule.status === null ? '' : String(rule.status),
  headers: rule.headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
  delay: rule.delay === 0 ? '' : String(rule.delay),
  switches: draftOf(switchFields, rule.switches as JsonObject),
});

/** The fields of a platform's switches, as they stand in the rule at this place of the list. */
export const pointerOfRule = (index: number): string => `/replyRules/${String(index)}`;

type RuleWords = Pick<Words, 'form' | 'replyRules'>;
type RuleReading = { readonly rule: ReplyRule; readonly issues: readonly InputIssue[] };

/** The rule that a draft stands for, and what cannot be read of it by JSON Pointer. */
export const readRule = (
  draft: RuleDraft,
  index: number,
  switchFields: readonly Field[],
  words: RuleWords,
): RuleReading => {
  const pointer = pointerOfRule(index);
  const issues: InputIssue[] = [];
  const wrong = (place: string, message: string) => void issues.push({ path: `${pointer}/${place}`, message });
  const switches = readDraft(switchFields, draft.switches, words.form);
  if (!switches.ok)
    for (const { path, message } of switches.issues) issues.push({ path: `${pointer}/switches${path}`, message });
  return {
    rule: {
      name: draft.name,
      when: readConditions(draft.conditions, words, wrong),
      say: readWords(draft, words, wrong),
      status: readNumber(draft.status, words, (message) => wrong('status', message)),
      headers: readHeaders(draft.headers, words, wrong),
      delay: readNumber(draft.delay, words, (message) => wrong('delay', message)) ?? 0,
      switches: switches.ok ? { ...switches.settings } : {},
    },
    issues,
  };
};

type Wrong = (place: string, message: string) => void;

const readConditions = (conditions: readonly Condition[], words: RuleWords, wrong: Wrong): ReplyRule['when'] => {
  if (conditions.length === 0) return null;
  const meant = conditions.filter(({ text }) => text.trim() !== '');
  if (meant.length < conditions.length) wrong('when', words.replyRules.problems.emptyCondition);
  const lists = conditionKinds.flatMap((kind) => {
    const texts = meant.filter((each) => each.kind === kind).map(({ text }) => text.trim());
    return texts.length === 0 ? [] : [[kind, texts] as const];
  });
  return Object.fromEntries(lists);
};

const readWords = ({ sayAs, words }: RuleDraft, { form, replyRules }: RuleWords, wrong: Wrong): ReplyRule['say'] => {
  if (sayAs === 'bot') return null;
  if (sayAs === 'texts') return splitByHand(words).map((text) => ({ kind: 'text', text }));
  const parsed = parseJson(words.trim() === '' ? '[]' : words);
  if (!parsed.ok) wrong('say', form.mustBeJson(parsed.problem));
  else if (!Array.isArray(parsed.value)) wrong('say', replyRules.problems.noList);
  // Whether each is a message is checked at the border of the harness, and told by its place.
  return parsed.ok && Array.isArray(parsed.value) ? parsed.value : [];
};

const readNumber = (written: string, { form }: RuleWords, wrong: (message: string) => void): number | null => {
  if (written.trim() === '') return null;
  const value = Number(written);
  if (Number.isInteger(value)) return value;
  wrong(form.mustBeWholeNumber);
  return null;
};

const readHeaders = (written: string, { replyRules }: RuleWords, wrong: Wrong): ReplyRule['headers'] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) wrong('headers', replyRules.problems.noColon(line.trim()));
      return colon < 1
        ? { name: 'x', value: '' }
        : { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
    });

/** What a rule is about, in one line: for a list of rules. */
export const ruleSummary = (
  { conditions, sayAs, status, words }: RuleDraft,
  { always, conditions: kinds, summary }: Words['replyRules'],
): string => {
  const when =
    conditions.length === 0
      ? always
      : summary.when(conditions.map(({ kind, text }) => summary.condition(kinds[kind], text)));
  const says = {
    bot: summary.bot,
    texts: splitByHand(words).join(' / ') || summary.nothing,
    json: summary.json,
  }[sayAs];
  return `${when}: ${status.trim() === '' ? '' : `${status.trim()}, `}${says}`;
};
