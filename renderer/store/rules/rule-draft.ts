import type { BotScript } from '#shared/bot/bot-script.ts';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { draftOf, type Draft, type Field } from '../settings-form.ts';
import { conditionsOf, nextKey, type Condition } from './conditions.ts';

/** Whose words a rule says, and how they are written: those of the bot, message by message, or as JSON. */
export type SayAs = 'bot' | 'messages' | 'json';

/** A rule as it is being written: of a bot, or one of the reply rules of a channel. */
export type RuleDraft = {
  readonly key: string;
  readonly name: string;
  readonly isOff: boolean;
  /** Any one is enough. */
  readonly conditions: readonly Condition[];
  readonly sayAs: SayAs;
  readonly messages: readonly Content[];
  /** The messages as JSON, while they are written so. */
  readonly json: string;
  /** The HTTP around the words of a reply rule. */
  readonly status: string;
  readonly headers: string;
  readonly delay: string;
  readonly switches: Draft;
};

const blank: Omit<RuleDraft, 'key'> = {
  name: '',
  isOff: false,
  conditions: [],
  sayAs: 'messages',
  messages: [],
  json: '[]',
  status: '',
  headers: '',
  delay: '',
  switches: {},
};

/** A new reply rule leaves the words to the bot; what it changes is the HTTP, or nothing yet. */
export const newReplyRule = (name: string, switchFields: readonly Field[]): RuleDraft => ({
  ...blank,
  key: nextKey(),
  name,
  sayAs: 'bot',
  switches: draftOf(switchFields, {}),
});

/** A new rule of a bot waits for its first word. */
export const newBotRule = (name: string): RuleDraft => ({
  ...blank,
  key: nextKey(),
  name,
  conditions: [{ key: nextKey(), kind: 'is', text: '' }],
  messages: [{ kind: 'text', text: '' }],
});

/** The same rule once more. */
export const copiedRule = (rule: RuleDraft, name: string): RuleDraft => ({
  ...rule,
  key: nextKey(),
  name,
  conditions: rule.conditions.map((each) => ({ ...each, key: nextKey() })),
});

const said = (messages: readonly Content[]): Pick<RuleDraft, 'messages' | 'json'> => ({
  messages,
  json: writeJson(messages),
});

/** A rule that is kept has its place as its key, so that it is the same one whenever it is read. */
export const draftsOfReplyRules = (rules: readonly ReplyRule[], switchFields: readonly Field[]): readonly RuleDraft[] =>
  rules.map((rule, place) => ({
    key: String(place),
    name: rule.name,
    isOff: rule.isOff ?? false,
    conditions: conditionsOf(rule.when),
    sayAs: rule.say === null ? 'bot' : 'messages',
    ...said(rule.say ?? []),
    status: rule.status === null ? '' : String(rule.status),
    headers: rule.headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    delay: rule.delay === 0 ? '' : String(rule.delay),
    switches: draftOf(switchFields, rule.switches as JsonObject),
  }));

/** The fallback is a rule without conditions, behind all others. */
export const fallbackKey = 'fallback';

export const draftsOfBot = ({
  rules,
  fallback,
}: Pick<BotScript, 'rules' | 'fallback'>): {
  readonly rules: readonly RuleDraft[];
  readonly fallback: RuleDraft;
} => ({
  rules: rules.map(({ name = '', isOff = false, when, say }, place) => ({
    ...blank,
    key: String(place),
    name,
    isOff,
    conditions: conditionsOf(when),
    ...said(say),
  })),
  fallback: { ...blank, key: fallbackKey, ...said(fallback) },
});
