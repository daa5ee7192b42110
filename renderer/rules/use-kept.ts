import { useState } from 'react';

/** `of`: what of the thing it stands for, while nothing is changed. */
type Kept<Draft> = { readonly draft: Draft; readonly isChanged: boolean; readonly of: readonly string[] };

/**
 * What is being written of several things, by their ids, while one looks at another. `now` is the thing as it is, as text; `read` what the
 * draft stands for.
 */
export const useKept = <Draft>() => {
  const [kept, setKept] = useState<Readonly<Record<string, Kept<Draft> | null>>>({});
  const put = (id: string, draft: Kept<Draft> | null) => setKept((before) => ({ ...before, [id]: draft }));
  const find = (id: string, now: string): Kept<Draft> | null => {
    const found = kept[id] ?? null;
    return found && (found.isChanged || found.of.includes(now)) ? found : null;
  };
  return {
    /** Null where it is as it was. */
    draftOf: (id: string, now: string): Draft | null => find(id, now)?.draft ?? null,
    isChanged: (id: string, now: string): boolean => find(id, now)?.isChanged ?? false,
    write: (id: string, draft: Draft, now: string, read: string) =>
      put(id, { draft, isChanged: read !== now, of: [now] }),
    /** It was saved: what is on screen is what there is, though the news of it may still be on its way. */
    keep: (id: string, draft: Draft, now: string, saved: string) =>
      put(id, { draft, isChanged: false, of: [now, saved] }),
    forget: (id: string) => put(id, null),
    forgetAll: () => setKept({}),
  };
};
