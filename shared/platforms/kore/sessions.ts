import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { sessionIdOf } from './ids.ts';
import { koreSettings } from './settings.ts';

export type Session = {
  readonly id: string;
  /** Why it is a new one; null where it goes on. */
  readonly began: 'first contact' | 'session.new' | 'inactivity' | null;
};

type Remembering = Pick<PlatformContext, 'settings' | 'stamp' | 'memory'>;

const keyOf = (userId: string): string => `platform/session/${userId}`;

const storedOf = (userId: string, { memory }: Remembering): JsonObject | null => {
  const stored = memory.get(keyOf(userId));
  return isJsonObject(stored) ? stored : null;
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const isOver = (stored: JsonObject, { settings, stamp }: Remembering): boolean =>
  stamp.now - Number(stored['lastAt']) >= koreSettings(settings).sessionMinutes * 60_000;

/** The session in which this user speaks now, begun where it has to be. The platform keeps it by from.id, never by a session id. */
export const sessionOf = (userId: string, asksForNew: boolean, context: Remembering): Session => {
  const stored = storedOf(userId, context);
  const began = asksForNew
    ? 'session.new'
    : stored === null
      ? 'first contact'
      : isOver(stored, context)
        ? 'inactivity'
        : null;
  const id = began === null ? textOf(stored?.['id']) : sessionIdOf(context.stamp.id());
  context.memory.set(keyOf(userId), { id, lastAt: context.stamp.now });
  return { id, began };
};

/** Ends the session of this user; false where none is alive. */
export const closeSession = (userId: string, context: Remembering): boolean => {
  const stored = storedOf(userId, context);
  context.memory.forget(keyOf(userId));
  return stored !== null && !isOver(stored, context);
};
