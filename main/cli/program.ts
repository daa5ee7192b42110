import { Command, CommanderError, Option } from 'commander';
import { bugSentence } from '#main/io/system.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { ExportFormat } from '#shared/export/export-format.ts';
import {
  counted,
  exchangeNumber,
  folderOf,
  inFolder,
  moment,
  portNumber,
  replaceable,
  requestRate,
  seconds,
  several,
  someText,
  type Given,
} from './argument-types.ts';
import { attack, type AttackOptions } from './attack.ts';
import { addChannelCommands } from './channel-commands.ts';
import { conformance, type ConformanceOptions } from './conformance.ts';
import { demo, type DemoOptions } from './demo.ts';
import { doctor } from './doctor.ts';
import { explain, type ExplainOptions } from './explain.ts';
import { find, queryHelpText, type FindOptions } from './find.ts';
import { addJwtCommands } from './jwt-commands.ts';
import { exportTraffic, type ExportOptions } from './export.ts';
import { importTraffic, type ImportOptions } from './import.ts';
import { printable, printFault, printProblem } from './print.ts';
import { productVersion } from './product-files.ts';
import { refused } from './refused.ts';
import { send, type SendOptions } from './send.ts';
import { addSendRequestCommand } from './send-request-command.ts';
import { serveBundle } from './serve-bundle.ts';
import { serve } from './serving.ts';
import { namedDefect } from './switch-defects.ts';

/** What it ends with when the arguments or the machine do not let it begin. */
const cannotRun = 2;

/** Runs one command line (without the program's own name) and returns the exit code. */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', passOverClosedPipe);
  let code = 0;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return tellProblem(error);
  }
};

/** `hookbench send … | head -1`: nobody reads the rest, but what was begun is ended as always. */
const passOverClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};

const tellProblem = (error: unknown): number => {
  // Commander has already printed its sentence.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : cannotRun;
  if (error instanceof HarnessError) printFault(error.fault);
  else printProblem(bugSentence(error));
  return cannotRun;
};

const createProgram = (finish: (code: number) => void): Command => {
  const program = new Command('hookbench')
    .description('A test bench for chatbot webhook channels: plays either end and shows the exact HTTP.')
    .version(productVersion())
    .showHelpAfterError('hookbench --help shows what there is.')
    // What stands behind the name of a command is for that command.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(printable(text)),
    });

  inFolder(program.command('serve', { isDefault: false }))
    .description('receive webhooks and serve the page to a browser, until Ctrl+C')
    .option('--port <n>', 'the port for webhooks, for this run (default: the saved one)', portNumber)
    .option('--control-port <n>', 'the port for the page (default: any free one)', portNumber, 0)
    .option('--bundle <file>', 'show this bundle instead of a data folder: nothing is received or sent', someText)
    .option('--no-open', 'do not open a browser')
    .addOption(
      new Option('--defect <channel=id>', 'switch a defect on for this run (may be repeated)')
        .argParser(several)
        .default([], 'none'),
    )
    .option('--json', 'print one line of JSON with the addresses', false)
    .action(async ({ bundle, ...options }: ServeGiven) => {
      if (bundle === undefined)
        return finish(await serve({ ...options, data: folderOf(options), defect: options.defect.map(namedDefect) }));
      if (options.data !== undefined || options.port !== undefined || options.defect.length > 0)
        throw refused('A bundle is read and receives nothing: leave --data, --port and --defect out.');
      return finish(await serveBundle({ ...options, bundle }));
    });
  inFolder(program.command('send'))
    .description('say something on a channel and print what the bot answers')
    .argument('[text]', 'what is said', someText)
    .requiredOption('--channel <name>', 'the name of the channel')
    .option('--user <id>', 'whose conversation it is (default: a new user)', someText)
    .addOption(new Option('--as <voice>', 'who says it').choices(['user', 'bot', 'agent']).default('user'))
    .option('--press <payload>', 'press a button or quick reply with this payload; the text is its title', someText)
    .option('--gesture <id>', 'do something besides typing, such as start', someText)
    .addOption(
      new Option('--defect <id>', 'switch a defect on for this message (may be repeated)')
        .argParser(several)
        .default([], 'none'),
    )
    .option('--timeout <seconds>', 'how long to wait for the answer', seconds, 30)
    .option('--json', 'print the whole exchange with its verdict, secrets masked', false)
    .action(async (text: string | undefined, options: Given & Omit<SendOptions, 'text' | 'data'>) =>
      finish(await send({ ...options, ...(text === undefined ? {} : { text }), data: folderOf(options) })),
    );
  addChannelCommands(program.command('channels'), finish);
  inFolder(program.command('doctor'))
    .description('look at what a channel needs: settings, addresses, certificates, clocks; no message is sent')
    .option('--channel <name>', 'this channel only (default: every one)', someText)
    .option('--json', 'print the checks as JSON', false)
    .action(async (options: Given & { readonly channel?: string }) =>
      finish(await doctor({ ...options, data: folderOf(options) })),
    );
  program
    .command('demo')
    .description('show a conversation in each mode of a platform, both ends ours, over real HTTP within this machine')
    .argument('[platform]', 'which one; left out: lists what there is', someText)
    .option('--mode <id>', 'this mode only', someText)
    .option('--all', 'every mode of every platform', false)
    .addOption(
      new Option('--defect <id>', 'switch a defect on (may be repeated)').argParser(several).default([], 'none'),
    )
    .option('--json', 'print the messages and exchanges as JSON, secrets masked', false)
    .action(async (platform: string | undefined, options: Omit<DemoOptions, 'platform'>) =>
      finish(await demo({ ...options, ...(platform === undefined ? {} : { platform }) })),
    );
  program
    .command('conformance')
    .description('test every claim about a platform against our own ends, or against a foreign endpoint')
    .argument('[platform]', 'which one', someText)
    .option('--all', 'every platform', false)
    .option('--row <id>', 'this row only', someText)
    .option('--target <url>', 'run what can be run against this platform end instead of ours', someText)
    .option(
      '--settings <file>',
      'a JSON file with the settings of the target (or HOOKBENCH_SETTING_… variables)',
      someText,
    )
    .option('--json', 'print the rows and counts as JSON', false)
    .action(async (platform: string | undefined, options: Omit<ConformanceOptions, 'platform'>) =>
      finish(await conformance({ ...options, ...(platform === undefined ? {} : { platform }) })),
    );
  addSendRequestCommand(program, finish);
  inFolder(program.command('explain'))
    .description('say why a request is refused: the cause, its proof, and what to do')
    .argument('[file]', 'a token, a curl command, raw HTTP or a HAR; left out or -: standard input', someText)
    .option('--platform <id>', 'which platform it is for', someText)
    .option('--channel <name>', 'a channel of the data folder, with its secrets', someText)
    .option('--settings <file>', 'a JSON file with settings (or HOOKBENCH_SETTING_… variables)', someText)
    .option('--exchange <id>', 'an exchange of the data folder, by its number', counted)
    .option('--entry <n>', 'which request of a HAR, from 1', counted)
    .option('--at <time>', 'judge it at this moment (ISO 8601)', moment)
    .addOption(new Option('--end <end>', 'which end of the channel it is for').choices(['platform', 'app']))
    .option('--json', 'print it as JSON', false)
    .action(async (file: string | undefined, options: Given & Omit<ExplainOptions, 'data' | 'file'>) =>
      finish(await explain({ ...options, ...(file === undefined ? {} : { file }), data: folderOf(options) })),
    );
  inFolder(program.command('find'))
    .description('list the exchanges that a query finds, the newest first')
    .argument('[query]', 'what is looked for; left out: all of them', '')
    .option('--limit <n>', 'how many at most', counted, 100)
    .option('--json', 'print them as JSON', false)
    .addHelpText('after', queryHelpText())
    .action(async (query: string, options: Given & Omit<FindOptions, 'data' | 'query'>) =>
      finish(await find({ ...options, query, data: folderOf(options) })),
    );
  addJwtCommands(program.command('jwt').description('make, read or check a signed token (JWT)'), finish);
  inFolder(program.command('attack'))
    .description('send hostile and wrong credentials to an endpoint of yours, and say which of them it takes')
    .requiredOption('--target <url>', 'the endpoint: nothing is sent to any other host', someText)
    .option('--platform <id>', 'which platform it speaks', someText)
    .option('--channel <name>', 'a channel of the data folder, with its secrets', someText)
    .option('--settings <file>', 'a JSON file with settings (or HOOKBENCH_SETTING_… variables)', someText)
    .addOption(new Option('--end <end>', 'which end of the channel the endpoint is').choices(['platform', 'app']))
    .option('--rate <n>', 'requests in a second, at most', requestRate, 5)
    .option('--timeout <seconds>', 'how long to wait for each answer', seconds, 10)
    .option('--refused-when <text>', 'words in the body of a refusal, where everything is answered with 200', '')
    .option('--junit <file>', 'write a report in the JUnit form', someText)
    .option('--json', 'print the matrix as JSON', false)
    .action(async (options: Given & Omit<AttackOptions, 'data'>) =>
      finish(await attack({ ...options, data: folderOf(options) })),
    );
  inFolder(program.command('export'))
    .description('write what was captured for other programs or people, secrets masked')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(ExportFormat.anyOf.map((each) => each.const))
        .makeOptionMandatory(),
    )
    .option('--channel <name>', 'of this channel only', someText)
    .option('--conversation <user>', 'of the conversation of this user only', someText)
    .addOption(
      new Option('--exchange <id>', 'this exchange only (may be repeated)')
        .argParser((value: string, before: readonly number[]) => [...before, exchangeNumber(value)])
        .default([], 'all'),
    )
    .option('--query <query>', 'what this query finds only (hookbench find --help)', someText)
    .addOption(new Option('--shell <shell>', 'for curl').choices(['posix', 'powershell']).default('posix'))
    .option('--out <file>', 'write into this file (default: the standard output)', someText)
    .option('--with-secrets', 'har, curl, postman: leave credentials as they were', false)
    .addOption(
      new Option('--replace <text>', 'replace this too, wherever it stands (may be repeated)')
        .argParser(replaceable)
        .default([], 'none'),
    )
    .option('-y, --yes', 'bundle: write it without asking', false)
    .action(async (options: Given & Omit<ExportOptions, 'data'>) =>
      finish(await exportTraffic({ ...options, data: folderOf(options) })),
    );
  inFolder(program.command('import'))
    .description(
      'put the exchanges of a HAR file, a Postman collection, a curl command or a bundle into the data folder',
    )
    .argument('<file>', 'the file', someText)
    .option('--channel <name>', 'put them to this channel (default: to none)', someText)
    .action(async (file: string, options: Given & Omit<ImportOptions, 'data' | 'file'>) =>
      finish(await importTraffic({ ...options, file, data: folderOf(options) })),
    );
  return program;
};

type ServeGiven = Given & {
  bundle?: string;
  port?: number;
  controlPort: number;
  open: boolean;
  defect: readonly string[];
};
