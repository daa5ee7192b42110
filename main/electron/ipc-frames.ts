import type { FileToSave } from '#shared/contract/shell.ts';
import type { CallFrame } from '#shared/contract/transport.ts';
import type { Position } from '#shared/session/events.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What came over IPC as a call; the command's name and its input are checked where every wire's are, in `answer`. */
export const callFrameOf = (value: unknown): CallFrame => {
  if (!isObject(value)) return { command: '', input: null };
  return { command: typeof value['command'] === 'string' ? value['command'] : '', input: value['input'] ?? null };
};

/** A position in the event stream; what is none counts as no position, which gets the whole session. */
export const positionOf = (value: unknown): Position | null => {
  if (!isObject(value)) return null;
  const { run, seq } = value;
  return typeof run === 'string' && Number.isSafeInteger(seq) ? { run, seq: seq as number } : null;
};

/** A file that is to be saved, under a name without a folder; null for what is none. */
export const fileToSaveOf = (value: unknown): Pick<FileToSave, 'name' | 'bytes'> | null => {
  if (!isObject(value)) return null;
  const { name, bytes } = value;
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return null;
  const bare = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^[.\s]+/, '')
    .slice(-200);
  return bare === '' ? null : { name: bare, bytes: bytes as Uint8Array<ArrayBuffer> };
};
