import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import { fault } from '#shared/contract/fault.ts';
import type { FilesOpened, RecentFile, SaveOutcome, ShellBridge, ShellFiles } from '#shared/contract/shell.ts';
import type { ReplyFrame } from '#shared/contract/transport.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import { ipc } from './channel-names.ts';

type Frame = (frame: WatchFrame) => void;
const watches = new Map<number, Frame>();
let lastWatch = 0;

ipcRenderer.on(ipc.frame, (_event, watch: number, frame: WatchFrame) => watches.get(watch)?.(frame));

/** What came while nobody listened waits: the page draws itself anew when a bundle is laid in front of the bench. */
let takeFiles: ((opened: FilesOpened) => void) | null = null;
let waitingFiles: readonly FilesOpened[] = [];
let tellRecent: ((recent: readonly RecentFile[]) => void) | null = null;
let recentFiles: readonly RecentFile[] = [];

ipcRenderer.on(ipc.filesOpened, (_event, opened: FilesOpened) => {
  if (takeFiles) takeFiles(opened);
  else waitingFiles = [...waitingFiles, opened];
});
ipcRenderer.on(ipc.recentFiles, (_event, recent: readonly RecentFile[]) => {
  recentFiles = recent;
  tellRecent?.(recent);
});
ipcRenderer.send(ipc.filesWanted);

const files: ShellFiles = {
  pick: (use) => ipcRenderer.send(ipc.pickFiles, use),
  onOpened: (take) => {
    takeFiles = take;
    const due = waitingFiles;
    waitingFiles = [];
    for (const each of due) take(each);
    return () => {
      if (takeFiles === take) takeFiles = null;
    };
  },
  remember: (file) => {
    // A file that was made by a script has no path.
    const path = webUtils.getPathForFile(file as File);
    if (path !== '') ipcRenderer.send(ipc.rememberFile, path);
  },
  onRecent: (tell) => {
    tellRecent = tell;
    tell(recentFiles);
    return () => {
      if (tellRecent === tell) tellRecent = null;
    };
  },
  openRecent: (id) => ipcRenderer.send(ipc.openRecent, id),
};

const bridge: ShellBridge = {
  wire: {
    call: async (frame): Promise<ReplyFrame> => {
      try {
        return (await ipcRenderer.invoke(ipc.call, frame)) as ReplyFrame;
      } catch {
        // An error loses its kind on the way through two worlds, a frame does not.
        return { ok: false, fault: fault('wire.lost') };
      }
    },
    watch: (from, onFrame) => {
      const watch = (lastWatch += 1);
      watches.set(watch, onFrame);
      ipcRenderer.send(ipc.watch, watch, from);
      return () => {
        if (watches.delete(watch)) ipcRenderer.send(ipc.unwatch, watch);
      };
    },
  },
  onMenu: (act) => {
    const pass = (_event: unknown, command: Parameters<typeof act>[0]): void => act(command);
    ipcRenderer.on(ipc.menu, pass);
    return () => {
      ipcRenderer.off(ipc.menu, pass);
    };
  },
  zoomTo: (factor) => webFrame.setZoomFactor(Math.min(5, Math.max(0.25, factor))),
  toggleFullScreen: () => ipcRenderer.send(ipc.fullScreen),
  saveFile: async (file) => (await ipcRenderer.invoke(ipc.saveFile, file)) as SaveOutcome,
  files,
};

contextBridge.exposeInMainWorld('hookbench', bridge);
