import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { fault } from '#shared/contract/fault.ts';
import type { SaveOutcome, ShellBridge } from '#shared/contract/shell.ts';
import type { ReplyFrame } from '#shared/contract/transport.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import { ipc } from './channel-names.ts';

type Frame = (frame: WatchFrame) => void;
const watches = new Map<number, Frame>();
let lastWatch = 0;

ipcRenderer.on(ipc.frame, (_event, watch: number, frame: WatchFrame) => watches.get(watch)?.(frame));

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
};

contextBridge.exposeInMainWorld('hookbench', bridge);
