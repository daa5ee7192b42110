import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walks } from '#test/e2e/screens/walks.ts';
import { test } from '#test/e2e/shell.ts';
import { smallerPng } from './smaller-png.ts';

const folder = process.env['SCREENSHOTS'] ?? fileURLToPath(new URL('.', import.meta.url));

const looks = [
  { look: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { look: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { look: 'contrast', colorScheme: 'dark', contrast: 'more' },
] as const;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** Not a test of anything: the product as it was built, to be looked at. */
for (const { name, screens } of walks)
  test(name, async ({ bench }) => {
    test.setTimeout(600_000);
    const { page } = bench;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const screen of screens) {
      await page.setViewportSize(screen.size ?? { width: 1280, height: 800 });
      await screen.reach(bench);
      if (screen.isState) continue;
      await page.mouse.move(0, 0);
      for (const size of screen.size ? [screen.size] : sizes)
        for (const { look, ...wanted } of looks) {
          await page.setViewportSize(size);
          await page.emulateMedia({ ...wanted, reducedMotion: 'reduce' });
          const file = `${look}-${String(size.width)}x${String(size.height)}.png`;
          const picture = await page.screenshot({ caret: 'hide', animations: 'disabled' });
          mkdirSync(join(folder, screen.name), { recursive: true });
          writeFileSync(join(folder, screen.name, file), smallerPng(picture));
        }
    }
  });
