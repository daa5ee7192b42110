import type { Socket } from 'node:net';

/** What is noted about one exchange on its connection. Times in milliseconds of the monotonic clock. */
export type WireNotes = {
  /** When the name was looked up, or could not be; null where the host is an address. */
  resolvedAt: number | null;
  /** When the TCP connection was there: with TLS, that begins then. */
  joinedAt: number | null;
  connectedAt: number | null;
  sentAt: number | null;
  firstByteAt: number | null;
  httpVersion: string;
  remote: { readonly address: string; readonly port: number } | null;
};

/** A connection that is being made: which part of it takes how long. */
export const noteConnecting = (socket: Socket, notes: WireNotes): void => {
  socket.once('lookup', () => {
    notes.resolvedAt ??= performance.now();
  });
  socket.once('connect', () => {
    notes.joinedAt ??= performance.now();
  });
};

const statusLine = /^HTTP\/(\d\.\d)/;

/**
 * Makes a fresh connection carry exactly these bytes: undici writes one head of its own, and that one write becomes ours.
 * Its own head has lower-case names, another order and a Connection line, which a bench that promises exact bytes cannot send.
 */
export const carryExactly = (socket: Socket, head: Buffer, body: Uint8Array, notes: WireNotes): void => {
  notes.connectedAt = performance.now();
  if (!('encrypted' in socket)) notes.joinedAt = notes.connectedAt;
  notes.remote = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
  const write = socket.write.bind(socket);
  const noteSent = (): void => {
    notes.sentAt = performance.now();
  };
  socket.write = (): boolean => {
    socket.write = write;
    socket.cork();
    write(head, body.byteLength === 0 ? noteSent : undefined);
    if (body.byteLength > 0) write(body, noteSent);
    socket.uncork();
    return true;
  };
  noteFirstBytes(socket, notes);
};

/** undici tells neither the HTTP version of an answer nor when its first byte came. */
const noteFirstBytes = (socket: Socket, notes: WireNotes): void => {
  const read = socket.read.bind(socket);
  let start = '';
  socket.read = (size?: number): unknown => {
    const chunk: unknown = read(size);
    if (chunk instanceof Uint8Array) {
      notes.firstByteAt ??= performance.now();
      start += Buffer.from(chunk.subarray(0, 16)).toString('latin1');
      notes.httpVersion = statusLine.exec(start)?.[1] ?? '';
      if (start.length >= 8) socket.read = read;
    }
    return chunk;
  };
};
