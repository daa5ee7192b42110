import { readFile } from 'node:fs/promises';

/** A process, told apart from another one that was given the same number later. */
export type ProcessMark = {
  readonly pid: number;
  /** When it started, in the system's own measure; empty where the system does not tell. */
  readonly started: string;
};

/** Field 22 of proc(5) `stat`, counted after the name, which is in parentheses and may hold anything. */
const startField = 19;

export const markOf = async (pid: number): Promise<ProcessMark> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid, started: fields[startField] ?? '' };
};

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
  const now = await markOf(pid);
  return started === '' || now.started === '' || now.started === started;
};
