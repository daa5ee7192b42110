import type { Command } from 'commander';
import { folderOf, inFolder, someText, type Given } from './argument-types.ts';
import { exportChannel, importChannel } from './channel-files.ts';
import { listChannels } from './channels.ts';

/** `hookbench channels`, and `export` and `import` below it. */
export const addChannelCommands = (channels: Command, finish: (code: number) => void): void => {
  inFolder(channels.enablePositionalOptions())
    .description('list the channels, give one away as a file, or take one in')
    .option('--json', 'print them as JSON', false)
    .action(async (options: Given) => finish(await listChannels({ ...options, data: folderOf(options) })));
  inFolder(channels.command('export'))
    .description('write a channel as a file, without its secrets')
    .argument('<name>', 'the name of the channel', someText)
    .option('--out <file>', 'write into this file (default: the standard output)', someText)
    .action(async (name: string, options: Given & { readonly out?: string }) =>
      finish(await exportChannel({ ...options, name, data: folderOf(options) })),
    );
  inFolder(channels.command('import'))
    .description('add the channel of such a file, and say which secrets are missing')
    .argument('<file>', 'the file', someText)
    .option('--json', 'print what became of it as JSON', false)
    .action(async (file: string, options: Given) =>
      finish(await importChannel({ ...options, file, data: folderOf(options) })),
    );
};
