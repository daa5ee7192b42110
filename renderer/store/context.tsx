import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Session } from '#shared/session/state.ts';
import type { Actions } from './actions.ts';
import type { Catalogue } from './catalogue.ts';
import type { Screen } from './commands/command.ts';
import type { BenchState, BenchStore } from './store.ts';

export type PageContext = {
  readonly store: BenchStore;
  readonly actions: Actions;
  readonly catalogue: Catalogue;
  readonly screen: Screen;
};

const Context = createContext<PageContext | null>(null);

export const BenchProvider = ({ value, children }: { readonly value: PageContext; readonly children: ReactNode }) => (
  <Context value={value}>{children}</Context>
);

export const usePage = (): PageContext => {
  const page = useContext(Context);
  if (!page) throw new Error('A part of the screen is drawn outside of BenchProvider.');
  return page;
};

export const useActions = (): Actions => usePage().actions;

/** What the selector sees in the state. It must return the same thing for the same state. */
export const useBench = <Seen,>(selector: (state: BenchState) => Seen): Seen => useStore(usePage().store, selector);

/** What this build knows, and the bots that the person has written. */
export const useCatalogue = (): Catalogue => {
  const { catalogue } = usePage();
  const bots = useBench(({ session }) => session?.shelf.bots);
  return useMemo(
    () => (bots ? { ...catalogue, botScripts: [...catalogue.botScripts, ...bots] } : catalogue),
    [catalogue, bots],
  );
};

/** What the selector sees in the session: only below a screen that waits for it. */
export const useSession = <Seen,>(selector: (session: Session) => Seen): Seen =>
  useBench(({ session }) => {
    if (!session) throw new Error('A part of the screen asks for the session before it came.');
    return selector(session);
  });
