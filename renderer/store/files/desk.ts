import { createStore, type StoreApi } from 'zustand/vanilla';
import { createActions, follow, type Actions } from '../actions.ts';
import type { Bench } from '../attempt.ts';
import type { Clock } from '../demo/live-turn.ts';
import { changeView, createBenchStore, type BenchStore } from '../store.ts';
import { nothingRemembered, type Remembered } from '../remember.ts';
import { tell } from '../told.ts';
import type { DeskDoor } from './desk-door.ts';
import type { GivenFile } from './given-file.ts';
import { openBundle } from './open-bundle.ts';

/** A bench, or what is shown like one: its state, and what can be done with it. */
export type Shown = { readonly store: BenchStore; readonly actions: Actions };

/** A bundle that lies in front of the bench. */
type Front = Shown & { readonly key: number; readonly file: GivenFile; readonly stop: () => void };

export type Desk = { readonly own: Shown; readonly front: StoreApi<Front | null> };

let lastKey = 0;

/**
 * The bench, and room for one bundle in front of it. Each has a state of its own, so that nothing that is done in one shows in the
 * other; the bench goes on behind the bundle, and is as it was when that is taken away.
 */
export const createDesk = (own: Bench, clock?: Clock): Desk => {
  const front = createStore<Front | null>(() => null);
  const door: DeskDoor = {
    open: async (file) => {
      const { session } = own.store.getState();
      if (!session) return;
      const harness = await openBundle(file, session.product);
      const before = front.getState();
      const look = (before ?? own).store.getState().view.remembered;
      const store = createBenchStore({ ...nothingRemembered, ...lookOf(look) });
      changeView(store, { isInFront: true });
      // It says what it holds at once, and nothing later.
      const stop = follow({ harness, store }, (act) => act());
      const actions = createActions({ harness, store }, clock, door);
      front.setState({ key: (lastKey += 1), store, actions, file, stop }, true);
      before?.stop();
      tell(store, { says: ({ importing }) => importing.opened(file.name) });
    },
    close: () => {
      const shown = front.getState();
      if (!shown) return;
      front.setState(null, true);
      shown.stop();
      takeLook(shown.store.getState().view.remembered, { ...own, actions });
    },
    closeFor: (use, files) => {
      const shown = front.getState();
      door.close();
      const given = files ?? (shown ? [shown.file] : []);
      void actions.takeFiles({ use, files: given });
    },
  };
  const actions = createActions(own, clock, door);
  return { own: { store: own.store, actions }, front };
};

/** How the page looks is not of a bench, but of the person. */
const lookOf = ({ theme, language, zoom, columns, layouts }: Remembered) => ({
  theme,
  language,
  zoom,
  columns,
  layouts,
});

const takeLook = (look: Remembered, { store, actions }: Shown): void => {
  const { theme, language } = store.getState().view.remembered;
  changeView(store, ({ remembered }) => ({
    remembered: { ...remembered, ...lookOf(look), theme: remembered.theme, language: remembered.language },
  }));
  if (look.theme !== theme) void actions.changeTheme(look.theme);
  if (look.language !== language) void actions.changeLanguage(look.language);
};
