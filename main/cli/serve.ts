import { runCommandLine } from './program.ts';

/** `hookbench serve` with these arguments, for a starter that found no window to show; sets the exit code when it has stopped. */
export const runServe = async (args: readonly string[]): Promise<void> => {
  process.exitCode = await runCommandLine(['serve', ...args]);
};
