import { useState } from 'react';

/** `of`: the thing as it was when the writing began; of one that was saved, also as it is since then. */
type Kept<Draft> = { readonly draft: Draft; readonly isChanged: boolean; readonly of: readonly string[] };

/**
 * What is being written of several things, by their ids, while one looks at another. `now` is the thing as it is, as text; `read` what the
 * draft stands for.
 */
export const useKept = <Draft>() => {
  const [kept, setKept] = useState<Readonly<Record<string, Kept<Draft> | null>>>({});
  const put = (id: string, draft: Kept<Draft> | null) => setKept((before) => ({ ...before, [id]: draft }));
  const beganAs = (id: string, now: string): readonly string[] => find(id, now)?.of ?? [now];
  const find = (id: string, now: string): Kept<Draft> | null => {
    const found = kept[id] ?? null;
    return found && (found.isChanged || found.of.includes(now)) ? found : null;
  };
  return {
    /** Something is written for it, whatever became of the thing. */
    isWritten: (id: string): boolean => kept[id]?.isChanged ?? false,
    /** Null where it is as it was. */
    draftOf: (id: string, now: string): Draft | null => find(id, now)?.draft ?? null,
    isChanged: (id: string, now: string): boolean => find(id, now)?.isChanged ?? false,
    /** Somebody else changed the thing while this is being written. */
    isOutrun: (id: string, now: string): boolean => {
      const found = find(id, now);
      return found !== null && found.isChanged && !found.of.includes(now);
    },
    write: (id: string, draft: Draft, now: string, read: string) =>
      put(id, { draft, isChanged: read !== now, of: read === now ? [now] : beganAs(id, now) }),
    /** It was saved: what is on screen is what there is, though the news of it may still be on its way. */
    keep: (id: string, draft: Draft, now: string, saved: string) =>
      put(id, { draft, isChanged: false, of: [now, saved] }),
    forget: (id: string) => put(id, null),
    forgetAll: () => setKept({}),
  };
};
