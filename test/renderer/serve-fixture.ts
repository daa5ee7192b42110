import { startControlServer } from '#main/control/control-server.ts';
import { startHarness } from '#main/harness/harness.ts';
import { createMemoryWorld } from './memory-world.ts';

/** Serves the built page over a harness without a disk or a webhook port, for looking at it: `node serve-fixture.js PAGE-FOLDER [taken]`. */
const [pageFolder = 'dist/page', taken] = process.argv.slice(2);
const world = createMemoryWorld({ takenPort: taken === 'taken' ? 4700 : null });
const { harness } = await startHarness(world);
const server = await startControlServer({ harness, port: 0, pageFolder, reportBug: world.reportBug });
process.stdout.write(`${server.pageUrl}\n`);
