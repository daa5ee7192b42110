import assert from 'node:assert/strict';
import { HarnessError, type Fault, type FaultCode } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { connectHarness, type Wire } from '#shared/contract/transport.ts';
import { record, type Recorder } from './recorder.ts';

/** One end of a wire, as a window holds it. */
export type Window = { readonly wire: Wire; readonly close: () => Promise<void> };

/** Another window on the same harness: a real one, started on an empty data folder. */
export type OpenWindow = () => Promise<Window>;

export type WireCase = { readonly name: string; readonly run: (openWindow: OpenWindow) => Promise<void> };

/** Runs a case on windows that are closed at its end, each with its harness and its recorder. */
export const withWindows =
  (count: number, act: (windows: readonly Opened[], openMore: () => Promise<Opened>) => Promise<void>) =>
  async (openWindow: OpenWindow): Promise<void> => {
    const open: { window: Window; recorder: Recorder }[] = [];
    const openOne = async (): Promise<Opened> => {
      const window = await openWindow();
      const recorder = record(window.wire);
      open.push({ window, recorder });
      await recorder.until('the first frame', () => true);
      return { wire: window.wire, harness: connectHarness(window.wire), recorder };
    };
    try {
      const windows: Opened[] = [];
      while (windows.length < count) windows.push(await openOne());
      await act(windows, openOne);
    } finally {
      for (const { window, recorder } of open) {
        recorder.stop();
        await window.close();
      }
    }
  };

export type Opened = { readonly wire: Wire; readonly harness: Harness; readonly recorder: Recorder };

export const first = (windows: readonly Opened[]): Opened => {
  const [window] = windows;
  assert.ok(window);
  return window;
};

export const faultFrom = async (asked: Promise<unknown>, code: FaultCode): Promise<Fault> => {
  const error = await asked.then(
    () => assert.fail(`${code} was expected, but the command succeeded`),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof HarnessError, String(error));
  assert.equal(error.fault.code, code);
  return error.fault;
};

export const assertJson = (value: unknown): void => assert.deepStrictEqual(JSON.parse(JSON.stringify(value)), value);
