import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { expectNoDeviation, runForeign } from '#test/main/foreign/foreign-program.ts';
import { environmentOf, linesBy, openPlatformBench } from '#test/main/foreign/platform-bench.ts';
import { temporaryFolder } from '#test/main/open-bench.ts';

const run = promisify(execFile);

test.each(['HS256', 'HS512', 'RS256', 'RS512'])(
  'curl converses with V1 and V2 by tokens that openssl signed with %s',
  async (algorithm) => {
    const folder = await temporaryFolder();
    const key = join(folder, 'private.pem');
    const publicKey = join(folder, 'public.pem');
    await run('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', key]);
    await run('openssl', ['pkey', '-in', key, '-pubout', '-out', publicKey]);
    const bench = await openPlatformBench('kore', {
      settings: { version: 'v2', algorithm, publicKey: await readFile(publicKey, 'utf8') },
    });
    const named = { BOT_ID: 'botId', CLIENT_ID: 'clientId', CLIENT_SECRET: 'clientSecret', ALGORITHM: 'algorithm' };
    const environment = { ...environmentOf(bench, named), PRIVATE_KEY: key };
    const report = await runForeign('kore.sh', { environment });
    const shown = linesBy('user', bench.session());
    await bench.closeAndDelete();
    await rm(folder, { recursive: true });
    expectNoDeviation(report, 17);
    expect(shown).toContain('everyday account');
  },
);
