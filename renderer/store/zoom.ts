/** How large the page can be drawn: the steps that browsers have. */
export const zoomSteps: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next step up or down; the last one stays. */
export const steppedZoom = (from: number, step: 1 | -1): number =>
  (step > 0 ? zoomSteps.find((each) => each > from) : zoomSteps.findLast((each) => each < from)) ?? from;
