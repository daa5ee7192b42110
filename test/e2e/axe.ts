import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules that ask what colour something has: a theme is nothing but another set of colours (renderer/kit/tokens.css). */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it is now; or of its colours only, where all else was looked at in another theme. */
export const problemsOn = async (
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (what === 'colours' ? axe.withRules(ofColour) : axe.withTags(wcag)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
};

/** Every theme, and the wish of a system that brings it. */
export const themes = [
  { theme: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { theme: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { theme: 'contrast-light', colorScheme: 'light', contrast: 'more' },
  { theme: 'contrast-dark', colorScheme: 'dark', contrast: 'more' },
] as const;
