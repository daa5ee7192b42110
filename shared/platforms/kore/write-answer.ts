import type { Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Version } from './addresses.ts';
import { formJson } from './forms.ts';
import { koreUuid, messageIdOf } from './ids.ts';
import { koreSettings } from './settings.ts';
import { isTaskEnd, taskEndFields } from './task-end.ts';
import { writeContent } from './write-templates.ts';

type Writing = Pick<PlatformContext, 'settings' | 'stamp'>;

/** An answer of the bot, sorted by where its parts stand on the wire. */
export type SortedAnswer = {
  /** What is said, one message each: `form` where the message is a form, which has a place of its own. */
  readonly messages: readonly Content[];
  /** The task-end fields, where a task ended. */
  readonly ended: JsonObject | null;
};

export const sortAnswer = (contents: readonly Content[], { stamp }: Pick<PlatformContext, 'stamp'>): SortedAnswer => {
  const ended = contents.findLast(isTaskEnd);
  return {
    messages: contents.filter((each) => !isTaskEnd(each)),
    ended: ended ? taskEndFields(ended, `dg-${koreUuid(stamp.id())}`) : null,
  };
};

/** The one form that an answer has room for, beside its words: the last. Others become lines of text. */
const formIn = (messages: readonly Content[]): Extract<Content, { kind: 'form' }> | null =>
  messages.findLast((each) => each.kind === 'form') ?? null;

/** `text` and `form` of V1: one message is a string, several are an array. */
export const fieldsOfV1 = (messages: readonly Content[], { settings }: Writing): JsonObject => {
  const { escapeTemplates } = koreSettings(settings);
  const form = formIn(messages);
  const texts = messages.filter((each) => each !== form).map((each) => writeContent(each, escapeTemplates));
  return { text: texts.length === 1 ? (texts[0] ?? '') : texts, ...(form ? { form: formJson(form) } : {}) };
};

/** An item of `data`. Templates stand as JSON in a string, and the type is text all the same. */
const itemOfV2 = (content: Content, { settings, stamp }: Writing): JsonObject => ({
  type: 'text',
  val: writeContent(content, koreSettings(settings).escapeTemplatesV2),
  createdOn: isoTime(stamp.now),
  messageId: messageIdOf(stamp.id()),
});

/** `data` and `form` of V2. */
export const fieldsOfV2 = (messages: readonly Content[], context: Writing): JsonObject => {
  const form = formIn(messages);
  return {
    data: messages.filter((each) => each !== form).map((each) => itemOfV2(each, context)),
    ...(form ? { form: formJson(form) } : {}),
  };
};

/** `to` and `from` where the version writes them: the user first, then the bot. */
export const addressesOf = (
  version: Version,
  userId: string,
  { settings }: Pick<PlatformContext, 'settings'>,
): JsonObject => {
  const { addressedV2, botId } = koreSettings(settings);
  return version === 'v1' || addressedV2 ? { to: userId, from: botId } : {};
};
