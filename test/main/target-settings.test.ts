import { expect, test } from 'vitest';
import { targetSettings } from '#main/cli/target-settings.ts';
import type { HarnessError } from '#shared/contract/fault.ts';
import { kore } from '#shared/platforms/kore/index.ts';

const asked = (env: Readonly<Record<string, string>>): Promise<unknown> =>
  targetSettings(kore, undefined, env).catch((error: HarnessError) => error.fault.message);

test('a target is asked only for the secrets that its mode has', async () => {
  expect(await asked({})).toMatch(/not given: HOOKBENCH_SETTING_CLIENT_SECRET, or in the file/);
  expect(await asked({ HOOKBENCH_SETTING_CLIENT_SECRET: 'invented' })).toEqual({ clientSecret: 'invented' });
  expect(await asked({ HOOKBENCH_SETTING_CLIENT_SECRET: 'invented', HOOKBENCH_SETTING_MODE: 'async' })).toMatch(
    /not given: HOOKBENCH_SETTING_ACCESS_TOKEN, or in the file/,
  );
});
