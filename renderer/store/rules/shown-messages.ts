import { fillVariables } from '#shared/bot/bot-script.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { readMessages } from './json-issues.ts';
import type { RuleDraft } from './rule-draft.ts';

/** A user that nobody is. */
const someUser = 'u-42';

export type ShownMessages = readonly Content[] | 'of-bot' | 'unreadable';

/** The messages of a rule as a user would see them; or why there are none to be seen. */
export const shownMessages = ({ sayAs, messages, json, conditions }: RuleDraft): ShownMessages => {
  if (sayAs === 'bot') return 'of-bot';
  const read = sayAs === 'json' ? readMessages(json) : ({ ok: true, messages } as const);
  const text = conditions.find((each) => each.text.trim() !== '')?.text ?? 'hi';
  return read.ok ? fillVariables(read.messages, { text, user: someUser, name: someUser }) : 'unreadable';
};

/** What a channel with these settings would not carry of them. */
export const lossesOf = (
  messages: ShownMessages,
  { lossOf }: Pick<Platform, 'lossOf'>,
  settings: JsonObject,
): readonly string[] =>
  typeof messages === 'string' ? [] : [...new Set(messages.flatMap((each) => lossOf(each, settings)))];
