import { startControlServer } from '#main/control/control-server.ts';
import { startHarness } from '#main/harness/harness.ts';
import { foreignRequests } from './foreign-requests.ts';
import { createMemoryWorld } from './memory-world.ts';

/**
 * Serves the built page over a harness without a disk or a webhook port, for looking at it:
 * `node serve-fixture.js PAGE-FOLDER [taken|foreign|many]`.
 */
const [pageFolder = 'dist/page', wanted] = process.argv.slice(2);
const world = createMemoryWorld({ takenPort: wanted === 'taken' ? 4700 : null });
const { harness } = await startHarness(world);
if (wanted === 'foreign' || wanted === 'many') {
  const requests = await foreignRequests(world.tokens);
  const rounds = wanted === 'many' ? 700 : 1;
  for (let round = 0; round < rounds; round += 1)
    for (const request of requests) await world.outbound.send(request, () => undefined);
}
const server = await startControlServer({ harness, port: 0, pageFolder, reportBug: world.reportBug });
process.stdout.write(`${server.pageUrl}\n`);
