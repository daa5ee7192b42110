import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it is now. */
export const problemsOn = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze();
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
