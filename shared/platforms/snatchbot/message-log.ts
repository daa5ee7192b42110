import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { isoTime } from '#shared/text/iso-time.ts';

type Remembering = Pick<PlatformContext, 'memory' | 'stamp'>;

/** As many as a client that polls now and then needs. */
const mostMessages = 200;

const keyOf = (userId: string): string => `platform/log/${userId}`;
const numberKey = 'platform/log-number';

const listOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

/** Keeps what the bot said to a user; ids count up through the whole channel. */
export const keepMessages = (userId: string, texts: readonly string[], { memory, stamp }: Remembering): void => {
  const last = memory.get(numberKey);
  const first = typeof last === 'number' ? last + 1 : 1;
  const fresh = texts.map((message, index) => ({ id: String(first + index), message, date: isoTime(stamp.now) }));
  if (fresh.length === 0) return;
  memory.set(numberKey, first + fresh.length - 1);
  memory.set(keyOf(userId), [...listOf(memory.get(keyOf(userId))), ...fresh].slice(-mostMessages));
};

/** What the bot said to a user after a message, newest first; after 0: from the start. */
export const messagesAfter = (
  userId: string,
  messageId: number,
  { memory }: Pick<Remembering, 'memory'>,
): readonly JsonObject[] =>
  listOf(memory.get(keyOf(userId)))
    .filter(({ id }) => Number(id) > messageId)
    .toReversed();
