// Tries to lock a folder, prints `held` or the code of the fault, and stays until its input ends.
// Arguments: the folder of the bundled lock, the folder to lock.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [built, folder] = process.argv.slice(2);
const { lockDataFolder } = await import(pathToFileURL(join(built, 'lock.js')).href);
// So that all of them try at the same moment, however long each took to start.
process.stdout.write('ready\n');
await new Promise((resolve) => {
  process.stdin.once('data', resolve);
});
process.stdout.write(
  await lockDataFolder(folder).then(
    () => 'held\n',
    (error) => `${error.fault?.code ?? error.message}\n`,
  ),
);
process.stdin.resume();
