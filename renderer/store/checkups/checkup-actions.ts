import { faultOf, type Bench } from '../attempt.ts';
import { changeView, type BenchStore } from '../store.ts';
import { underWay } from '../under-way.ts';
import { lastFound, lookedAt, type Checkup } from './checkup.ts';

const put = (store: BenchStore, channelId: string, checkup: Checkup | undefined): void =>
  changeView(store, ({ checkups }) => ({ checkups: { ...checkups, [channelId]: checkup } }));

/** The checkup that was there before, as soon as nobody waits for the new one. */
const whenGivenUp = (given: AbortSignal, before: Checkup | undefined): Promise<Checkup | undefined> =>
  new Promise((resolve) => given.addEventListener('abort', () => resolve(before)));

export const createCheckupActions = ({ harness, store }: Bench) => ({
  /** Looks at everything that a channel needs. A second call while one runs does nothing. */
  checkChannel: async (channelId: string): Promise<void> => {
    const channel = store.getState().session?.channels.find(({ id }) => id === channelId);
    const last = store.getState().view.checkups[channelId];
    if (!channel || last?.state === 'running') return;
    const given = new AbortController();
    const cancel = () => given.abort();
    const of = lookedAt(channel);
    put(store, channelId, { state: 'running', before: lastFound(last), cancel });
    const asked = harness.checkChannel({ channelId }).then(
      ({ checks }): Checkup => ({ state: 'done', found: { at: Date.now(), checks, of } }),
      (error: unknown): Checkup => ({ state: 'failed', fault: faultOf(error) }),
    );
    const done = await underWay(
      store,
      ({ checkup }) => checkup.running(channel.name),
      () => Promise.race([asked, whenGivenUp(given.signal, last)]),
      cancel,
    );
    put(store, channelId, done);
  },
});
