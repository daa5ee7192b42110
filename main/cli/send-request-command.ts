import { InvalidArgumentError, type Command } from 'commander';
import { counted, folderOf, inFolder, requestRate, secondsUpTo, someText, type Given } from './argument-types.ts';
import { sendRequest, type SendRequestOptions } from './send-request.ts';

const upTo =
  (most: number) =>
  (value: string): number => {
    const number = counted(value);
    if (number > most) throw new InvalidArgumentError(`It is a number from 1 to ${String(most)}.`);
    return number;
  };

const wholeRate = (value: string): number => {
  const rate = requestRate(value);
  if (!Number.isInteger(rate)) throw new InvalidArgumentError('It is a whole number of requests, from 1 to 1000.');
  return rate;
};

/** `hookbench send-request`. */
export const addSendRequestCommand = (program: Command, finish: (code: number) => void): void => {
  inFolder(program.command('send-request'))
    .description('send a written request to the byte, once or many times, and print what comes back')
    .argument('[file]', 'a curl command, raw HTTP or a HAR; left out or -: standard input', someText)
    .option('--to <origin>', 'another host than the one that is written, as in http://127.0.0.1:4700', someText)
    .option('--channel <name>', 'a channel: its settings fill in variables, its credential signs', someText)
    .option('--resign', 'with the credential of the channel made anew (default: as it is written)', false)
    .option('--variables', 'fill in {{now}}, {{uuid}}, {{n}}, {{setting:name}}', false)
    .option('--entry <n>', 'which request of a HAR, from 1', counted)
    .option('--repeat <n>', 'how many times', upTo(10_000), 1)
    .option('--rate <n>', 'in a second, at most (default: as fast as it goes)', wholeRate)
    .option('--at-once <n>', 'on their way at the same time, at most', upTo(50), 5)
    .option('--timeout <seconds>', 'how long to wait for each answer', secondsUpTo(600), 30)
    .option('--json', 'print the exchange, or the counts, as JSON; secrets masked', false)
    .action(async (file: string | undefined, options: Given & Omit<SendRequestOptions, 'data' | 'file'>) =>
      finish(await sendRequest({ ...options, ...(file === undefined ? {} : { file }), data: folderOf(options) })),
    );
};
