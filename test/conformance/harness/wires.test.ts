import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { startControlServer, type ControlServer } from '#main/control/control-server.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { httpWire } from '#shared/contract/http-wire.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';
import { openCloneWindow } from './clone-wire.ts';
import { botCases } from './bot-cases.ts';
import { openBundleOf } from './bundle-of.ts';
import { openedBundleCases } from './opened-bundle.ts';
import { bugCase, wireCases } from './suite.ts';
import type { Window } from './windows.ts';

const everyCase = [...wireCases, ...botCases];

let bench: OpenBench;
let control: ControlServer;
let brokenControl: ControlServer;
let bundle: Harness;
let bundleControl: ControlServer;

/** Counted, as the real one numbers what it logs. */
let incidents = 0;
const reportBug = (): string => `incident${String((incidents += 1))}`;

/** The same harness with a mistake in each command. */
const brokenHarness = (harness: Harness): Harness =>
  new Proxy(harness, {
    get: (target, name) =>
      name === 'subscribe'
        ? target.subscribe
        : () => Promise.reject(new Error('planted: this text and its stack must not cross')),
  });

beforeAll(async () => {
  bench = await openBench();
  const { harness } = bench;
  const options = { port: 0, pageFolder: tmpdir(), reportBug };
  control = await startControlServer({ ...options, harness });
  brokenControl = await startControlServer({ ...options, harness: brokenHarness(harness) });
  bundle = await openBundleOf(bench);
  bundleControl = await startControlServer({ ...options, harness: bundle });
});

afterAll(async () => {
  await control.close();
  await brokenControl.close();
  await bundleControl.close();
  await bench.closeAndDelete();
});

const openHttpWindow = ({ url, token }: ControlServer): Window => ({
  wire: httpWire({ baseUrl: url, token, fetch, wait: (ms) => wait(ms) }),
  close: async () => undefined,
});

describe('over structured clones', () => {
  test.each(everyCase)('$name', ({ run }) => run(async () => openCloneWindow(bench.harness, reportBug)));
  test(bugCase.name, () => bugCase.run(async () => openCloneWindow(brokenHarness(bench.harness), reportBug)));
});

describe('over HTTP and an event stream', () => {
  test.each(everyCase)('$name', ({ run }) => run(async () => openHttpWindow(control)));
  test(bugCase.name, () => bugCase.run(async () => openHttpWindow(brokenControl)));
});

describe('a bundle that is read', () => {
  test.each(openedBundleCases)('$name, over structured clones', ({ run }) =>
    run(async () => openCloneWindow(bundle, reportBug)),
  );
  test.each(openedBundleCases)('$name, over HTTP and an event stream', ({ run }) =>
    run(async () => openHttpWindow(bundleControl)),
  );
});
