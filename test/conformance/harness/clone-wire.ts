import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Harness, Unsubscribe } from '#shared/contract/harness.ts';
import { answer, type ReplyFrame, type Wire } from '#shared/contract/transport.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';
import type { Window } from './windows.ts';

type Asked =
  | { readonly kind: 'call'; readonly id: number; readonly frame: unknown }
  | { readonly kind: 'watch'; readonly id: number; readonly from: Position | null }
  | { readonly kind: 'end'; readonly id: number };

/** A window on the other side of a message port: everything is structured-cloned and arrives later, as between processes. */
export const openCloneWindow = (harness: Harness, reportBug: (error: unknown) => string): Window => {
  const { port1, port2 } = new MessageChannel();
  const endAll = answerPort(port2, harness, reportBug);
  return {
    wire: portWire(port1),
    close: async () => {
      endAll();
      port1.close();
    },
  };
};

const answerPort = (port: MessagePort, harness: Harness, reportBug: (error: unknown) => string): Unsubscribe => {
  const answerCall = answer(harness, reportBug);
  const ends = new Map<number, Unsubscribe>();
  const take = async (asked: Asked): Promise<void> => {
    if (asked.kind === 'call') port.postMessage({ id: asked.id, value: await answerCall(asked.frame) });
    else if (asked.kind === 'end') ends.get(asked.id)?.();
    else
      ends.set(
        asked.id,
        harness.subscribe(asked.from, (value) => port.postMessage({ id: asked.id, value })),
      );
  };
  port.on('message', (asked: Asked) => void take(asked));
  return () => {
    for (const end of ends.values()) end();
  };
};

const portWire = (port: MessagePort): Wire => {
  const listeners = new Map<number, (value: never) => void>();
  let nextId = 0;
  port.on('message', ({ id, value }: { id: number; value: never }) => listeners.get(id)?.(value));
  return {
    call: (frame) =>
      new Promise<ReplyFrame>((resolve) => {
        const id = (nextId += 1);
        listeners.set(id, (reply: ReplyFrame) => {
          listeners.delete(id);
          resolve(reply);
        });
        port.postMessage({ kind: 'call', id, frame } satisfies Asked);
      }),
    watch: (from, onFrame) => {
      const id = (nextId += 1);
      listeners.set(id, (frame: WatchFrame) => onFrame(frame));
      port.postMessage({ kind: 'watch', id, from } satisfies Asked);
      return () => {
        listeners.delete(id);
        port.postMessage({ kind: 'end', id } satisfies Asked);
      };
    },
  };
};
