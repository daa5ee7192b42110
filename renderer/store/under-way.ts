import { changeView, type BenchStore } from './store.ts';
import type { Spoken } from './told.ts';

/** How far something has come: `done` of `total`, or of nobody knows how much. */
export type Progress = {
  readonly done: number;
  readonly total: number | null;
  /** Both are sizes. */
  readonly isBytes?: boolean;
};

/** Something that takes so long that a person has to know of it. */
export type Work = {
  readonly key: number;
  readonly label: Spoken;
  readonly progress: Progress | null;
  /** Null where it cannot be stopped. */
  readonly cancel: (() => void) | null;
};

/** Milliseconds after which work is shown: what is quicker would only flicker. */
const patience = 400;
let lastKey = 0;

type Doing<Result> = (report: (progress: Progress) => void) => Promise<Result>;

/** Does something; while it takes longer than a moment the status bar shows it, with a way to stop it where there is one. */
export const underWay = async <Result>(
  store: BenchStore,
  label: Spoken,
  doing: Doing<Result>,
  cancel: (() => void) | null = null,
): Promise<Result> => {
  const key = (lastKey += 1);
  let progress: Progress | null = null;
  const show = (): void =>
    changeView(store, ({ work }) => ({
      work: [...work.filter((each) => each.key !== key), { key, label, progress, cancel }],
    }));
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    show();
  }, patience);
  try {
    return await doing((now) => {
      progress = now;
      if (isShown) show();
    });
  } finally {
    clearTimeout(timer);
    if (isShown) changeView(store, ({ work }) => ({ work: work.filter((each) => each.key !== key) }));
  }
};
