import { readFile } from 'node:fs/promises';

/** A process, told apart from another one that was given the same number later. */
export type ProcessMark = {
  readonly pid: number;
  /** When it started, in the system's own measure; empty where the system does not tell. */
  readonly started: string;
};

/** Fields 3 and 22 of proc(5) `stat`, counted after the name, which is in parentheses and may hold anything. */
const stateField = 0;
const startField = 19;

const fieldsOf = async (pid: number): Promise<readonly string[]> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

export const markOf = async (pid: number): Promise<ProcessMark> => ({
  pid,
  started: (await fieldsOf(pid))[startField] ?? '',
});

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but it is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whether that very process still runs; only its number is compared where the system tells no more. */
export const isAlive = async ({ pid, started }: ProcessMark): Promise<boolean> => {
  if (!Number.isInteger(pid) || pid <= 0 || !runs(pid)) return false;
  const fields = await fieldsOf(pid);
  // Killed, but nobody has asked how it ended; in a container it may stay so for ever.
  if (fields[stateField] === 'Z') return false;
  const now = fields[startField] ?? '';
  return started === '' || now === '' || now === started;
};
