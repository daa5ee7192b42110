import { undoWindow } from '#shared/contract/commands/undo-commands.ts';
import { attempt } from './attempt.ts';
import { changeView, type BenchStore } from './store.ts';
import { tell, type Spoken } from './told.ts';

/** Something that was removed and can be brought back for a while. */
export type Undoable = {
  readonly key: number;
  /** What it was taken from: only the last removal from one place can be undone. */
  readonly from: string;
  readonly bringBack: () => Promise<unknown>;
};

/** Says what was removed, and offers to bring it back for as long as that is possible. */
export const offerUndo = (store: BenchStore, says: Spoken, removed: Omit<Undoable, 'key'>): void => {
  const key: number = tell(store, {
    says,
    offer: { title: ({ status }) => status.undo, act: () => undo(store, { key, ...removed }) },
  });
  changeView(store, ({ undoables }) => ({
    undoables: [...undoables.filter(({ from }) => from !== removed.from), { key, ...removed }],
  }));
  setTimeout(() => withdraw(store, key), undoWindow);
};

/** Brings back what was removed. */
export const undo = async (store: BenchStore, { key, bringBack }: Undoable): Promise<void> => {
  withdraw(store, key);
  const done = await attempt(store, bringBack, ({ status }) => status.bringingBack);
  if (done) tell(store, { says: ({ status }) => status.broughtBack });
};

/** From now on it is not offered any more. */
const withdraw = (store: BenchStore, key: number): void =>
  changeView(store, ({ undoables, told }) => ({
    undoables: undoables.filter((each) => each.key !== key),
    told: told?.key === key ? { ...told, offer: null } : told,
  }));
