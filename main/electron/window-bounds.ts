import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Placement = { readonly bounds: Bounds; readonly isMaximised: boolean };

const smallest = { width: 880, height: 560 };
const usual = { width: 1360, height: 860 };
/** How much of the title bar, in pixels, has to be on a display for a person to be able to take hold of it. */
const grip = 80;

/** What was remembered, or null where it is not a placement at all. */
export const placementOf = (text: string): Placement | null => {
  try {
    const { bounds, isMaximised } = JSON.parse(text) as { bounds?: Partial<Bounds>; isMaximised?: unknown };
    const numbers = [bounds?.x, bounds?.y, bounds?.width, bounds?.height];
    if (!numbers.every((each) => Number.isSafeInteger(each)) || typeof isMaximised !== 'boolean') return null;
    return { bounds: bounds as Bounds, isMaximised };
  } catch {
    return null;
  }
};

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

const isReachable = (bounds: Bounds, area: Bounds): boolean =>
  overlap(bounds.x, bounds.width, area.x, area.width) >= grip &&
  bounds.y >= area.y - 8 &&
  bounds.y <= area.y + area.height - grip;

const fit = (bounds: Bounds, area: Bounds): Bounds => ({
  ...bounds,
  width: Math.max(smallest.width, Math.min(bounds.width, area.width)),
  height: Math.max(smallest.height, Math.min(bounds.height, area.height)),
});

/**
 * Where the window opens: as remembered when a person could still take hold of it there, else centred on the first display.
 * Displays come and go between two starts. `workAreas` are the displays without their bars, the primary one first; in pixels.
 */
export const placeWindow = (remembered: Placement | null, workAreas: readonly Bounds[]): Placement => {
  const isMaximised = remembered?.isMaximised ?? false;
  if (remembered) {
    const fitted = workAreas.map((area) => ({ area, bounds: fit(remembered.bounds, area) }));
    const home = fitted.find(({ area, bounds }) => isReachable(bounds, area));
    if (home) return { bounds: home.bounds, isMaximised };
  }
  const area = workAreas[0] ?? { x: 0, y: 0, ...usual };
  const { width, height } = fit({ ...area, ...usual }, area);
  const x = area.x + Math.max(0, Math.round((area.width - width) / 2));
  const y = area.y + Math.max(0, Math.round((area.height - height) / 2));
  return { bounds: { x, y, width, height }, isMaximised };
};

export const smallestWindow = smallest;

const fileIn = (folder: string): string => join(folder, 'window.json');

/** A placement that cannot be read is no reason not to start: the window opens in the middle. */
export const readPlacement = (folder: string): Placement | null => {
  try {
    return placementOf(readFileSync(fileIn(folder), 'utf8'));
  } catch {
    return null;
  }
};

/** A placement that cannot be kept is no reason to disturb anybody either. */
export const keepPlacement = (folder: string, placement: Placement): void => {
  const draft = `${fileIn(folder)}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, JSON.stringify(placement), { mode: 0o600 });
    renameSync(draft, fileIn(folder));
  } catch {
    // The next change of the window tries again.
  }
};
