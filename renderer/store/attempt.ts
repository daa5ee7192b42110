import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import type { BenchStore } from './store.ts';
import { tellFault, type Spoken } from './told.ts';
import { underWay } from './under-way.ts';

/** What every action works with: the harness to ask, the store to change. */
export type Bench = { readonly harness: Harness; readonly store: BenchStore };

/** What a refused promise says to a person. Whatever is not a fault is a mistake of this page. */
export const faultOf = (error: unknown): Fault =>
  error instanceof HarnessError ? error.fault : fault('bug', { incident: 'page' });

/** Asks the harness for something; a refusal is told in the status bar, and so is what takes long. True when it was done. */
export const attempt = async (
  store: BenchStore,
  ask: () => Promise<unknown>,
  label: Spoken = ({ status }) => status.working,
): Promise<boolean> => {
  try {
    await underWay(store, label, ask);
    return true;
  } catch (error) {
    tellFault(store, faultOf(error));
    return false;
  }
};

/** What could not be had is said in the status bar, and null. */
export const askFor = async <Got>(store: BenchStore, ask: () => Promise<Got>, label?: Spoken): Promise<Got | null> => {
  const got: { value: Got | null } = { value: null };
  await attempt(
    store,
    async () => {
      got.value = await ask();
    },
    label,
  );
  return got.value;
};

/** Does something and returns why it was refused, for a form to show; null where it was done. */
export const refusalOf = async (act: () => Promise<void>): Promise<Fault | null> => {
  try {
    await act();
    return null;
  } catch (error) {
    return faultOf(error);
  }
};
