import { expect, type Page } from '@playwright/test';
import { conversation } from '../screen.ts';
import type { JourneyBench } from '../shell.ts';

/** One screen, or one state of it, and what a person does to see it, coming from the one before. */
export type Screen = {
  /** That of its folder of pictures too. */
  readonly name: string;
  readonly reach: (bench: JourneyBench) => Promise<void>;
  /** A state that has no picture: its screen has one. */
  readonly isState?: boolean;
  /** What it is looked at in, where that is what it is about. */
  readonly size?: Size;
};

export type Size = { readonly width: number; readonly height: number };

/** Screens that are come to one after the other in one running Hookbench. */
export type Walk = { readonly name: string; readonly screens: readonly Screen[] };

/** Leaves whatever stands in front of the bench, from the topmost down. */
export const backToBench = async (page: Page): Promise<void> => {
  const inFront = page.locator('[role=dialog], [role=alertdialog], [role=menu]');
  for (let layers = 0; layers < 5 && (await inFront.count()) > 0; layers += 1) {
    const before = await inFront.count();
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]').length < count,
      before,
    );
  }
};

/** A conversation of its own; what is written meanwhile would be gone with the one before. */
export const newUser = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'New user' }).click();
  await expect(conversation(page).getByText(/^u-[0-9a-f]{8}$/)).toBeVisible();
};
