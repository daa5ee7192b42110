import type { CommandInput } from '#shared/contract/harness.ts';
import type { Burst } from '#shared/sending/burst.ts';
import { attempt, faultOf, type Bench } from '../attempt.ts';
import { changeView, type BenchStore } from '../store.ts';
import { underWay, type Progress } from '../under-way.ts';
import { refuseUnreadable, sendableOf } from './request-draft.ts';

type Terms = Pick<CommandInput<'startBurst'>, 'count' | 'perSecond' | 'atOnce'>;

const burstIn = (store: BenchStore, id: string): Burst | undefined =>
  store.getState().session?.bursts.find((each) => each.id === id);

/** Settles when a burst is over, or nobody knows of it any more: the bench was started anew. Tells how far it is until then. */
const followBurst = (store: BenchStore, id: string, report: (progress: Progress) => void): Promise<void> =>
  new Promise((resolve) => {
    let wasSeen = false;
    const look = (): boolean => {
      const burst = burstIn(store, id);
      if (burst) report({ done: burst.answered + burst.failed, total: burst.count });
      const isGone = wasSeen && !burst;
      wasSeen ||= burst !== undefined;
      return isGone || typeof burst?.endedAt === 'number';
    };
    if (look()) return resolve();
    const stop = store.subscribe((state, before) => {
      if (state.session?.bursts === before.session?.bursts || !look()) return;
      stop();
      resolve();
    });
  });

export const createBurstActions = ({ harness, store }: Bench) => {
  const cancelBurst = (burstId: string) => attempt(store, () => harness.cancelBurst({ burstId }));
  return {
    cancelBurst,
    /** Sends what is written many times. True when it has begun; else the editor shows why it has not. */
    startBurst: async (place: string, terms: Terms): Promise<boolean> => {
      const writing = store.getState().view.requests[place];
      if (!writing) return false;
      try {
        refuseUnreadable(writing.draft);
        const { burstId } = await harness.startBurst({ ...sendableOf(writing.draft, writing.madeOf), ...terms });
        change(store, place, { burstId, refused: null });
        void underWay(
          store,
          ({ burst }) => burst.running,
          (report) => followBurst(store, burstId, report),
          () => void cancelBurst(burstId),
        );
        return true;
      } catch (error) {
        change(store, place, { refused: faultOf(error) });
        return false;
      }
    },
    /** What came of a burst is not looked at any more. */
    leaveBurst: (place: string): void => change(store, place, { burstId: null }),
  };
};

type Change = { readonly burstId?: string | null; readonly refused?: ReturnType<typeof faultOf> | null };

const change = (store: BenchStore, place: string, changes: Change): void =>
  changeView(store, ({ requests }) => {
    const writing = requests[place];
    return writing ? { requests: { ...requests, [place]: { ...writing, ...changes } } } : {};
  });
