import { expect, test } from 'vitest';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { contextOf } from '#test/shared/platforms/platform-context.ts';

const teapot: RawResponse = { status: 418, reason: '', headers: [], body: new Uint8Array() };

/** An end that refuses whatever it is sent, and never says anything itself. */
const silentEnd = (platform: Platform, { settings = {} }: ConformanceRow): Probe => ({
  ...contextOf(platform, settings),
  send: async () => teapot,
  nextReceived: async () => null,
  answerNext: () => undefined,
  say: async () => undefined,
});

const holdsOfSilentEnd = async (platform: Platform, row: ConformanceRow): Promise<boolean> => {
  try {
    return (await row.test(silentEnd(platform, row))) === null;
  } catch {
    return false;
  }
};

test.each(platforms)(
  'no row of $name holds of an end that refuses everything and says nothing: each one can fail',
  async (platform) => {
    const vacuous: string[] = [];
    for (const row of platform.conformance) if (await holdsOfSilentEnd(platform, row)) vacuous.push(row.id);
    expect(vacuous).toEqual([]);
  },
);
