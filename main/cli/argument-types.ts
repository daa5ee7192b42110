import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { defaultDataFolder } from '#main/io/data-folder.ts';

// What the words of a command line have to be; Commander prints the sentence of the error beside its own.

export const exchangeNumber = (value: string): number => {
  if (!/^#?[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It is the number of an exchange.');
  return Number(value.replace('#', ''));
};

export const counted = (value: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It is a number from 1.');
  return Number(value);
};

export const moment = (value: string): number => {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new InvalidArgumentError('It is a time like 2026-01-31T12:00:00Z.');
  return time;
};

export const requestRate = (value: string): number => {
  const number = Number(value);
  if (!(number > 0 && number <= 1000)) throw new InvalidArgumentError('It is a number of requests, up to 1000.');
  return number;
};

/** A command that works on a data folder. */
export const inFolder = (command: Command): Command =>
  command.option('--data <folder>', 'the data folder (default: that of the desktop app, or HOOKBENCH_DATA)', folder);

/** What every command in a folder may be given. */
export type Given = { readonly data?: string; readonly json: boolean };

/** The folder that is named, else that of this user. */
export const folderOf = ({ data }: Given): string =>
  data ?? defaultDataFolder({ env: process.env, platform: process.platform, home: homedir() });

const folder = (value: string): string => resolve(someText(value));

export const someText = (value: string): string => {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  return value;
};

export const several = (value: string, before: readonly string[]): readonly string[] => [...before, someText(value)];

export const portNumber = (value: string): number => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return Number(value);
};

export const secondsUpTo =
  (most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!(number > 0 && number <= most))
      throw new InvalidArgumentError(`It is a number of seconds, up to ${String(most)}.`);
    return number;
  };

export const seconds = secondsUpTo(86_400);

export const replaceable = (value: string, before: readonly string[]): readonly string[] => {
  if (value.length < 3 || value.length > 500) throw new InvalidArgumentError('It has 3 to 500 characters.');
  return [...before, value];
};
