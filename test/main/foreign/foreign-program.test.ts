import { expect, test } from 'vitest';
import { runForeign, startForeign } from '#test/main/foreign/foreign-program.ts';

test('without Python the tests fail with a sentence that says what to install', async () => {
  const program = startForeign('kore_v1_client.py', { PATH: '/nowhere' });
  await expect(program.end()).rejects.toThrow(/python3 was not found on the PATH.*Python 3/);
  await expect(program.listening()).rejects.toThrow(/python3 was not found/);
});

test('a program that is cut short by a mistake of its own is no success', async () => {
  const report = await runForeign('kore_v1_client.py', { settings: {} });
  expect(report.exitCode).toBe(1);
  expect(report.errors).toContain('KeyError');
});

test('a client that finds nobody fails with what the network said', async () => {
  const settings = { url: 'http://127.0.0.1:9', botId: 'st-1', clientId: 'cs-1', clientSecret: 'invented' };
  const report = await runForeign('kore_v1_client.py', { settings });
  expect(report.exitCode).toBe(1);
  expect(report.errors).toContain('ConnectionRefusedError');
});

test('a curl script stops at the first deviation and says what came', async () => {
  const environment = { URL: 'http://127.0.0.1:9', BOT_ID: '1', APP_ID: 'a', APP_SECRET: 'invented' };
  const report = await runForeign('snatchbot.sh', { environment });
  expect(report.exitCode).not.toBe(0);
  expect(report.errors).toMatch(/connect/i);
});
