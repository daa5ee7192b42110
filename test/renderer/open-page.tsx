import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { startHarness } from '#main/harness/harness.ts';
import { DeskView } from '#renderer/shell/desk-view.tsx';
import { createScreen } from '#renderer/shell/screen.ts';
import { follow, keepRemembered } from '#renderer/store/actions.ts';
import type { Clock } from '#renderer/store/demo/live-turn.ts';
import { createDesk } from '#renderer/store/files/desk.ts';
import { recall } from '#renderer/store/remember.ts';
import { createBenchStore } from '#renderer/store/store.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import { HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { CommandName } from '#shared/contract/harness.ts';
import type { FileToSave, MenuCommand } from '#shared/contract/shell.ts';
import { answer, connectHarness, type Wire } from '#shared/contract/transport.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { createMemoryWorld } from './memory-world.ts';

type OpenOptions = {
  readonly takenPort?: number;
  /** The wire is there, and nothing comes over it. */
  readonly isSilent?: boolean;
  /** Of a demonstration: the browser's own without one. */
  readonly clock?: Clock;
};

export type OpenedPage = Awaited<ReturnType<typeof openPage>>;

const open = new Set<() => void>();

beforeAll(() => giveSizes());
beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const close of open) close();
});

/** The whole page over the real harness, a wire that clones, and a world that touches nothing. It is closed after the test. */
export const openPage = async ({ takenPort, isSilent = false, clock }: OpenOptions = {}) => {
  const world = createMemoryWorld(takenPort === undefined ? {} : { takenPort });
  const { harness } = await startHarness(world);
  const reply = answer(harness, world.reportBug);
  const called: string[] = [];
  const copied: string[] = [];
  const saved: FileToSave[] = [];
  const refused = new Map<string, Fault>();
  const wire: Wire = {
    call: async (frame) => {
      called.push(frame.command);
      const refusal = refused.get(frame.command);
      if (refusal) throw new HarnessError(refusal);
      return structuredClone(await reply(structuredClone(frame)));
    },
    watch: (from, onFrame) =>
      isSilent ? () => undefined : harness.subscribe(from, (frame) => onFrame(structuredClone(frame))),
  };
  const store = createBenchStore(recall(localStorage));
  const ours = connectHarness(wire);
  const menu: { act: (command: MenuCommand) => void } = { act: () => undefined };
  const stops = [keepRemembered(store, localStorage), follow({ harness: ours, store })];
  const tab = createScreen(undefined);
  const page = render(
    <DeskView
      desk={createDesk({ harness: ours, store }, clock)}
      catalogue={{ platforms, botScripts }}
      screen={{
        ...tab,
        copy: async (text) => {
          copied.push(text);
          return true;
        },
        saveFile: async (file) => {
          saved.push(file);
          return { state: 'given' };
        },
      }}
      onMenu={(act) => {
        menu.act = act;
        return () => undefined;
      }}
    />,
  );
  const close = (): void => {
    open.delete(close);
    for (const stop of stops) stop();
    cleanup();
  };
  open.add(close);
  return {
    page,
    store,
    world,
    harness,
    called,
    /** What was copied, and the files that were saved. */
    copied,
    saved,
    user: userEvent.setup(),
    /** From now on the wire fails when this command goes over it. */
    refuse: (command: CommandName, refusal: Fault) => void refused.set(command, refusal),
    choose: (command: MenuCommand) => menu.act(command),
    close,
  };
};

/** What happy-dom does not have: sizes for the lists that draw only what is in sight, and a wide window. */
const giveSizes = (): void => {
  Object.defineProperties(Object.getPrototypeOf(document.createElement('div')), {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 400 },
  });
  (
    globalThis as unknown as { happyDOM: { setViewport: (size: { width: number; height: number }) => void } }
  ).happyDOM.setViewport({ width: 1440, height: 900 });
};
