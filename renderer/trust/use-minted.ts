import { useEffect, useState } from 'react';
import { readClaims } from '#renderer/store/claim-lint.ts';
import { useActions } from '#renderer/store/context.tsx';
import type { Minted } from '#renderer/store/trust-actions.ts';
import type { Words } from '#renderer/words/words.ts';
import type { Fault } from '#shared/contract/fault.ts';

/** While somebody types, a token for each letter is of no use. In milliseconds. */
const pause = 200;

/** A preset, and the claims that were written instead of its own. */
export type WantedToken = { readonly preset: string; readonly written: string | null };

/** The token that is wanted, where its claims can be read: each new wish makes a new one. */
export const useMinted = (channelId: string, wanted: WantedToken, words: Words['mint']['lint']) => {
  const actions = useActions();
  const [minted, setMinted] = useState<Minted | null>(null);
  const [refused, setRefused] = useState<Fault | null>(null);
  useEffect(() => {
    const { preset, written } = wanted;
    const read = written === null ? null : readClaims(written, words);
    if (read && !read.ok) return undefined;
    let isWanted = true;
    const make = async () => {
      const asked = await actions.mintToken({ channelId, preset, ...(read ? { claims: { ...read.claims } } : {}) });
      if (!isWanted) return;
      setRefused(asked.ok ? null : asked.fault);
      setMinted(asked.ok ? asked.answer : null);
    };
    const timer = setTimeout(() => void make(), read ? pause : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [actions, channelId, wanted, words]);
  return { minted, refused };
};
