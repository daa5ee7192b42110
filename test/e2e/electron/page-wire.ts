import type { Page } from '@playwright/test';
import type { ReplyFrame, Wire } from '#shared/contract/transport.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';

declare global {
  // The page's own globals: the first as the preload makes it, the others as this file does.
  interface Window {
    hookbench?: ShellBridge;
    watchesOfTest?: Map<number, () => void>;
    frameForTest?: (watch: number, frame: WatchFrame) => void;
  }
}

/** The real IPC wire of a page, with its near end in the test: what the page would ask for, and every frame it is sent. */
export const pageWire = async (page: Page): Promise<Wire> => {
  const listeners = new Map<number, (frame: WatchFrame) => void>();
  let lastWatch = 0;
  await page.exposeFunction('frameForTest', (watch: number, frame: WatchFrame) => listeners.get(watch)?.(frame));
  return {
    call: (frame) =>
      page.evaluate(
        (asked): Promise<ReplyFrame> => window.hookbench?.wire.call(asked) ?? Promise.reject(new Error('no bridge')),
        frame,
      ),
    watch: (from, onFrame) => {
      const watch = (lastWatch += 1);
      listeners.set(watch, onFrame);
      void page.evaluate(
        ([id, position]) => {
          const end = window.hookbench?.wire.watch(position, (frame) => window.frameForTest?.(id, frame));
          window.watchesOfTest ??= new Map();
          if (end) window.watchesOfTest.set(id, end);
        },
        [watch, from] as const,
      );
      return () => {
        listeners.delete(watch);
        void page.evaluate((id) => window.watchesOfTest?.get(id)?.(), watch).catch(() => undefined);
      };
    },
  };
};
