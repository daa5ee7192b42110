import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { JsonObject } from '#shared/text/json.ts';

/** A line that a foreign program printed: a check of the sheet, where it listens, or how many checks there were. */
export type ForeignLine = JsonObject & {
  readonly check?: string;
  readonly ok?: boolean;
  readonly why?: string;
  readonly listening?: string;
  readonly done?: number;
};

export type ForeignReport = {
  readonly exitCode: number | null;
  readonly lines: readonly ForeignLine[];
  /** The sentences of the checks that did not hold. */
  readonly deviations: readonly string[];
  /** What it wrote to standard error. */
  readonly errors: string;
};

/** A program in another language, under way. */
export type ForeignProgram = {
  readonly lines: () => readonly ForeignLine[];
  /** Resolves with the first line, printed already or not, that is so; rejects when the program ends without it, and after 40 s. */
  readonly until: (isSo: (line: ForeignLine) => boolean) => Promise<ForeignLine>;
  /** Where it listens. */
  readonly listening: () => Promise<string>;
  /** Gives it its settings, once. */
  readonly tell: (settings: JsonObject) => void;
  /** Ends its input and resolves when it has ended: a receiver ends by that, a client when it is through. */
  readonly end: () => Promise<ForeignReport>;
};

const needed = {
  python3: 'Python 3 (its standard library is enough)',
  bash: 'bash, with curl and openssl',
};

const folder = new URL('../../foreign/', import.meta.url);

/** Starts `test/foreign/<file>`: a `.py` with Python 3, a `.sh` with bash. */
export const startForeign = (file: string, environment: Readonly<Record<string, string>> = {}): ForeignProgram => {
  const command = file.endsWith('.py') ? 'python3' : 'bash';
  const child = spawn(command, [fileURLToPath(new URL(file, folder))], {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', ...environment },
  });
  const lines: ForeignLine[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let isOver = false;
  const look = (): void => {
    for (const each of waiting) each();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(readLine(file, line));
    look();
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  // A program that is gone takes no more input; its exit code tells that.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'ENOENT'
          ? new Error(`${command} was not found on the PATH. These tests need ${needed[command]}: install it.`)
          : cause,
      ),
    );
    child.on('close', resolve);
  });
  const over = (): void => {
    isOver = true;
    look();
  };
  ended.then(over, over);
  const until: ForeignProgram['until'] = (isSo) =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        waiting.delete(check);
        act();
      };
      const fail = (what: string): void =>
        settle(() => {
          ended.then(() => reject(new Error(`${file} ${what}.\n${said()}`)), reject);
          if (!isOver) reject(new Error(`${file} ${what}.\n${said()}`));
        });
      const said = (): string => [...lines.map((each) => JSON.stringify(each)), errors].join('\n');
      const check = (): void => {
        const found = lines.find(isSo);
        if (found) settle(() => resolve(found));
        else if (isOver) fail(`ended without a line for which this holds: ${isSo.toString()}`);
      };
      const timer = setTimeout(() => fail(`printed in vain for 40 s: ${isSo.toString()}`), 40_000);
      waiting.add(check);
      check();
    });
  return {
    lines: () => lines,
    until,
    listening: async () => (await until((line) => line.listening !== undefined)).listening ?? '',
    tell: (settings) => void child.stdin.write(`${JSON.stringify(settings)}\n`),
    end: async () => {
      child.stdin.end();
      const exitCode = await ended;
      return { exitCode, lines, deviations: lines.flatMap(({ ok, why }) => (ok === false ? [why ?? ''] : [])), errors };
    },
  };
};

const readLine = (file: string, line: string): ForeignLine => {
  try {
    return JSON.parse(line) as ForeignLine;
  } catch (cause) {
    throw new Error(`${file} printed a line that is not JSON: ${line}`, { cause });
  }
};

/** Runs a client to its end: settings to its input, or as variables of its environment. */
export const runForeign = (
  file: string,
  given: { readonly settings?: JsonObject; readonly environment?: Readonly<Record<string, string>> },
): Promise<ForeignReport> => {
  const program = startForeign(file, given.environment);
  if (given.settings) program.tell(given.settings);
  return program.end();
};

/** Fails with the sentences of the foreign program where a check did not hold, or where it never came to its end. */
export const expectNoDeviation = (report: ForeignReport, atLeast: number): void => {
  expect(report.deviations).toEqual([]);
  expect(report.errors).toBe('');
  expect(report.exitCode).toBe(0);
  const checks = report.lines.filter((line) => line.check !== undefined);
  expect(report.lines.at(-1)).toEqual({ done: checks.length });
  expect(checks.length).toBeGreaterThanOrEqual(atLeast);
};
