import { ipcMain, type WebContents } from 'electron';
import { fault } from '#shared/contract/fault.ts';
import type { Harness, Unsubscribe } from '#shared/contract/harness.ts';
import { answer, type ReplyFrame } from '#shared/contract/transport.ts';
import { ipc } from './channel-names.ts';
import { isFromPage } from './from-page.ts';
import { callFrameOf, positionOf } from './ipc-frames.ts';

/** The main end of the IPC wire. `page` is the web contents of our window, or null while there is none; `toggleFullScreen` is of that window. */
export const bridgeHarness = (
  harness: Harness,
  reportBug: (error: unknown) => string,
  page: () => WebContents | null,
  toggleFullScreen: () => void,
): void => {
  const reply = answer(harness, reportBug);
  const watches = new Map<string, Unsubscribe>();
  const known = new Set<number>();

  const endWatches = (contentsId: number): void => {
    for (const [key, unsubscribe] of watches) {
      if (!key.startsWith(`${contentsId}/`)) continue;
      watches.delete(key);
      unsubscribe();
    }
  };

  /** A page that went away or was loaded anew has forgotten its watches: so do we. */
  const endWatchesWith = (contents: WebContents): void => {
    const { id } = contents;
    if (known.has(id)) return;
    known.add(id);
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) endWatches(id);
    });
    contents.on('render-process-gone', () => endWatches(id));
    contents.once('destroyed', () => {
      endWatches(id);
      known.delete(id);
    });
  };

  ipcMain.handle(ipc.call, async (event, frame: unknown): Promise<ReplyFrame> => {
    if (!isFromPage(event, page())) {
      return { ok: false, fault: fault('wire.refused', { reason: 'the call did not come from the page' }) };
    }
    return reply(callFrameOf(frame));
  });

  ipcMain.on(ipc.watch, (event, watch: unknown, from: unknown) => {
    if (!isFromPage(event, page()) || !Number.isSafeInteger(watch)) return;
    const { sender } = event;
    const key = `${sender.id}/${String(watch)}`;
    if (watches.has(key)) return;
    endWatchesWith(sender);
    const unsubscribe = harness.subscribe(positionOf(from), (frame) => {
      if (!sender.isDestroyed()) sender.send(ipc.frame, watch, frame);
    });
    watches.set(key, unsubscribe);
  });

  ipcMain.on(ipc.fullScreen, (event) => {
    if (isFromPage(event, page())) toggleFullScreen();
  });

  ipcMain.on(ipc.unwatch, (event, watch: unknown) => {
    const key = `${event.sender.id}/${String(watch)}`;
    watches.get(key)?.();
    watches.delete(key);
  });
};
