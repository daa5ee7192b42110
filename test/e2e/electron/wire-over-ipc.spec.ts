import { wireCases } from '#test/conformance/harness/suite.ts';
import { test } from './desktop.ts';
import { pageWire } from './page-wire.ts';

// One window for all: each case opens its own subscriptions, as it does over the other wires.
test('the harness keeps its contract over IPC', async ({ desktop: { page } }) => {
  test.setTimeout(300_000);
  const wire = await pageWire(page);
  for (const { name, run } of wireCases) {
    await test.step(name, () => run(async () => ({ wire, close: async () => undefined })));
  }
});
