import type { Json } from '#shared/text/json.ts';

/**
 * What an end of a channel remembers between two requests: sessions, poll ids, counters, what was uploaded. One for each channel;
 * it lives as long as the program runs, and a person can empty it. Keys are the platform's own: `session/u-42`.
 */
export type Memory = {
  readonly get: (key: string) => Json | undefined;
  /** Remembers a value, as the newest of all. */
  readonly set: (key: string, value: Json) => void;
  readonly forget: (key: string) => void;
  /** The keys that begin so, oldest first. */
  readonly keys: (prefix: string) => readonly string[];
};

/** How many values a memory holds; the oldest go first, so that a client that invents users cannot fill it. */
const mostValues = 10_000;

export const createMemory = (): Memory & { readonly clear: () => void } => {
  const values = new Map<string, Json>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.delete(key);
      values.set(key, value);
      const oldest = values.keys().next().value;
      if (values.size > mostValues && oldest !== undefined) values.delete(oldest);
    },
    forget: (key) => values.delete(key),
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    clear: () => values.clear(),
  };
};
