import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { changeView, type BenchStore } from './store.ts';

/** What every action works with: the harness to ask, the store to change. */
export type Bench = { readonly harness: Harness; readonly store: BenchStore };

/** What a refused promise says to a person. Whatever is not a fault is a mistake of this page. */
export const faultOf = (error: unknown): Fault =>
  error instanceof HarnessError ? error.fault : fault('bug', { incident: 'page' });

/** Asks the harness for something; a refusal becomes the notice on screen. True when it was done. */
export const attempt = async (store: BenchStore, ask: () => Promise<unknown>): Promise<boolean> => {
  try {
    await ask();
    return true;
  } catch (error) {
    changeView(store, { notice: faultOf(error) });
    return false;
  }
};
