import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { arrayOf } from './wire.ts';

type Remembering = Pick<PlatformContext, 'memory' | 'stamp'>;

/** How many messages of a conversation the platform end remembers, and how long one may be: a flood must not fill the memory. */
const mostRemembered = 50;
const longestRemembered = 20_000;

const historyKey = (userId: string): string => `platform/history/${userId}`;

/** Everything that the platform end remembers of a conversation, oldest first: items with `id`, `actor`, `isIntro`, `message`, `createdAt`. */
export const historyOf = (userId: string, { memory }: Pick<PlatformContext, 'memory'>): readonly JsonObject[] =>
  arrayOf(memory.get(historyKey(userId))).filter(isJsonObject);

/** Adds a message to what the platform end remembers of a conversation. */
export const remember = (
  {
    userId,
    actor,
    message,
    isIntro = false,
  }: {
    readonly userId: string;
    readonly actor: 'bot' | 'user';
    readonly message: Json;
    readonly isIntro?: boolean;
  },
  context: Remembering,
): void => {
  const item: JsonObject = {
    id: context.stamp.id(),
    actor,
    isIntro,
    message: JSON.stringify(message).length > longestRemembered ? { text: '(too long to be remembered)' } : message,
    createdAt: isoTime(context.stamp.now),
  };
  context.memory.set(historyKey(userId), [...historyOf(userId, context), item].slice(-mostRemembered));
};

const sessionKey = (userId: string): string => `platform/session/${userId}`;

/** What the session of a user holds, by its keys. */
export const sessionOf = (userId: string, { memory }: Pick<PlatformContext, 'memory'>): JsonObject => {
  const session = memory.get(sessionKey(userId));
  return isJsonObject(session) ? session : {};
};

/** New values in the session of a user; the others stay. */
export const updateSession = (userId: string, values: JsonObject, context: Pick<PlatformContext, 'memory'>): void => {
  if (Object.keys(values).length === 0) return;
  context.memory.set(sessionKey(userId), { ...sessionOf(userId, context), ...values });
};
