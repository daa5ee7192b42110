import type { Clock } from '#main/harness/world.ts';

const nothing = (): void => undefined;

/** What the work comes to, or `late` when it takes longer than so many milliseconds; it goes on then, unwatched. */
export const within = async <Found, Late>(
  ms: number,
  clock: Clock,
  work: Promise<Found>,
  late: Late,
): Promise<Found | Late> => {
  let cancel = nothing;
  const over = new Promise<Late>((resolve) => {
    cancel = clock.after(ms, () => resolve(late));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    cancel();
  }
};
