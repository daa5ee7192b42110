import type { Platform } from '#shared/platforms/platform.ts';
import type { KnownValues } from '#shared/query/completions.ts';
import type { Session } from '#shared/session/state.ts';

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter(Boolean);

/** Headers that most requests have. */
const usualHeaders = ['authorization', 'content-type', 'user-agent', 'host', 'accept'] as const;

type Known = Pick<Session, 'channels' | 'conversations' | 'ruleHits'>;

/** What a search can name here and now: what is newest first, where that is what a person looks for. */
export const knownValues = (
  { channels, conversations, ruleHits }: Known,
  platforms: readonly Platform[],
): KnownValues => {
  const used = platforms.filter(({ id }) => channels.some(({ platformId }) => platformId === id));
  const headers = used.flatMap(({ examples }) =>
    examples.flatMap(({ request }) => request.headers.map(([name]) => name.toLowerCase())),
  );
  return {
    platforms: used.map(({ id, name }) => ({ id, name })),
    channels: channels.map(({ id, name }) => ({ id, name })),
    users: distinct(conversations.map(({ userId }) => userId).toReversed()),
    defects: distinct(used.flatMap(({ defects }) => defects.map(({ id }) => id))),
    rules: distinct(ruleHits.map(({ rule }) => rule)),
    headers: distinct([...usualHeaders, ...headers]),
  };
};
