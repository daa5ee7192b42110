import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { endOf, firstReason, reasonAgainstWindow } from '#main/cli/electron-binary.ts';

const node = (code: string) => spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'pipe'] });

describe('npm start', () => {
  test('knows without trying when Linux has no display, or is root', () => {
    expect(reasonAgainstWindow('linux', {}, 1000)).toMatch(/no display/);
    expect(reasonAgainstWindow('linux', { DISPLAY: ':0' }, 0)).toMatch(/root/);
  });

  test('has nothing against a window elsewhere', () => {
    expect(reasonAgainstWindow('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull();
    expect(reasonAgainstWindow('darwin', {}, 501)).toBeNull();
    expect(reasonAgainstWindow('win32', {}, undefined)).toBeNull();
  });

  test('says in one line why a program failed, never a stack', () => {
    const stack = 'TypeError: fetch failed\n    at node:internal/deps/undici:1:1\n    at x';
    expect(firstReason(stack)).toBe('fetch failed');
    expect(firstReason('[12:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper failed\u001b[0m')).toBe(
      'The SUID sandbox helper failed [0m',
    );
    expect(firstReason('all is well')).toBeNull();
  });

  test('hears how a window that died at once ended, and lets one that lives be', async () => {
    expect(await endOf(node('console.error("Error: no GPU"); process.exit(7)'), 60_000)).toEqual({
      code: 7,
      errors: 'Error: no GPU\n',
    });
    const living = node('setInterval(() => {}, 1000)');
    expect(await endOf(living, 50, true)).toBeNull();
    living.kill();
    expect((await endOf(node('setInterval(() => {}, 1000)'), 50))?.code).toBeNull();
  });
});
