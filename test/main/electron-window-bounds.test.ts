import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepPlacement, placeWindow, placementOf, readPlacement, type Bounds } from '#main/electron/window-bounds.ts';

const laptop: Bounds = { x: 0, y: 25, width: 1440, height: 875 };
const second: Bounds = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('where the window opens', () => {
  test('a new user sees it in the middle of the first display', () => {
    const { bounds, isMaximised } = placeWindow(null, [laptop, second]);
    expect(isMaximised).toBe(false);
    expect(bounds.x - laptop.x).toBe(laptop.x + laptop.width - bounds.x - bounds.width);
  });

  test('it comes back where it was, maximised or not', () => {
    const left = { bounds: { x: 1500, y: 40, width: 1200, height: 800 }, isMaximised: true };
    expect(placeWindow(left, [laptop, second])).toEqual(left);
  });

  test('it comes home when its display is gone', () => {
    const left = { bounds: { x: 1500, y: 40, width: 1200, height: 800 }, isMaximised: false };
    const { bounds } = placeWindow(left, [laptop]);
    expect(bounds.x).toBeLessThan(laptop.width);
  });

  test('its title bar can be reached wherever it was and whatever displays there are', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 600, max: 5000 });
    const box = fc.record({ x: number, y: number, width: size, height: size });
    fc.assert(
      fc.property(box, fc.boolean(), fc.array(box, { minLength: 1, maxLength: 3 }), (bounds, isMaximised, areas) => {
        const placed = placeWindow({ bounds, isMaximised }, areas).bounds;
        const isReachable = areas.some(
          (area) =>
            placed.x < area.x + area.width &&
            placed.x + placed.width > area.x &&
            placed.y >= area.y - 8 &&
            placed.y < area.y + area.height,
        );
        expect(isReachable).toBe(true);
      }),
    );
  });

  test('what was remembered is read back, and rubbish is as good as nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hookbench-window-'));
    const placement = { bounds: { x: 1, y: 30, width: 1000, height: 700 }, isMaximised: true };
    expect(readPlacement(folder)).toBeNull();
    keepPlacement(folder, placement);
    expect(readPlacement(folder)).toEqual(placement);
    await writeFile(join(folder, 'window.json'), '{"bounds":{"x":"1"}}');
    expect(readPlacement(folder)).toBeNull();
    expect(placementOf('{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"isMaximised":false}')).toBeNull();
    await rm(folder, { recursive: true });
    expect(() => keepPlacement(folder, placement)).not.toThrow();
  });
});
