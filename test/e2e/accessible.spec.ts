import { problemsOn, themes } from './axe.ts';
import { expect, test } from './shell.ts';
import { walks } from './screens/walks.ts';

for (const { name, screens } of walks)
  test(`axe finds nothing in any theme: ${name}`, async ({ bench, shell }) => {
    test.setTimeout(300_000);
    const { page } = bench;
    // Both shells draw the same page with the same engine, so the colours are looked at in one of them. In the other, one
    // theme of every screen, without its further states, shows that all are reached and that nothing around them is different.
    const worn = shell === 'electron' ? themes.slice(0, 1) : themes;
    for (const { name: screen, reach, isState } of screens)
      await test.step(screen, async () => {
        await reach(bench);
        if (shell === 'electron' && isState) return;
        for (const { theme, ...wanted } of worn) {
          // The theme follows the system in place: a screen is reached once, and looked at in every theme.
          await page.emulateMedia({ ...wanted, reducedMotion: 'reduce' });
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          const problems = await problemsOn(page, theme === themes[0].theme ? 'everything' : 'colours');
          expect.soft(problems, `${screen} in ${theme}`).toEqual([]);
        }
        // The person wants nothing to move.
        expect.soft(await page.evaluate(() => document.getAnimations().length), `what moves in ${screen}`).toBe(0);
      });
    expect(bench.watched).toEqual({ errors: [], foreignRequests: [] });
  });

test('at 320 pixels nothing of the shell has to be scrolled to sideways (WCAG 1.4.10)', async ({ bench: { page } }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const pane of ['Conversation', 'Inspector', 'Channels and traffic']) {
    await page.getByRole('tab', { name: pane }).click();
    await expect(page.getByRole('region', { name: pane.split(' ')[0] ?? '' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});
