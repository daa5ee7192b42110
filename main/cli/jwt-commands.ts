import { InvalidArgumentError, Option, type Command } from 'commander';
import { decode, mint, verify, type MintOptions, type VerifyOptions } from './jwt.ts';
import { keyVariable } from './jwt-key.ts';

const algorithms = ['HS256', 'HS512', 'RS256', 'RS512'];
const keyWords = `a file with the key (else the variable ${keyVariable}; a key is never an argument)`;
const sourceWords = 'a file with the token; left out or -: standard input';

/** `hookbench jwt mint`, `decode` and `verify`. */
export const addJwtCommands = (jwt: Command, finish: (code: number) => void): void => {
  jwt
    .command('mint')
    .description('sign claims, and print the token')
    .addOption(new Option('--alg <name>', 'the algorithm').choices(algorithms).default('HS256'))
    .option('--claim <name=value>', 'a claim: JSON, else a text (may be repeated)', several, [])
    .option('--claims <json>', 'claims as a JSON object')
    .option('--header <json>', 'more of the header, as a JSON object')
    .option('--expires <seconds>', 'adds iat and exp; below zero: it has expired already', wholeNumber)
    .option('--jti', 'adds a jti that is new each time', false)
    .option('--key-file <file>', keyWords)
    .option('--json', 'print header and claims as well', false)
    .action(async (options: MintOptions) => finish(await mint(options)));
  jwt
    .command('decode')
    .description('show what a token says, without trusting it')
    .argument('[file]', sourceWords)
    .option('--json', 'print it as JSON', false)
    .action(async (file: string | undefined, options: { readonly json: boolean }) =>
      finish(await decode({ ...options, ...(file === undefined ? {} : { file }) })),
    );
  jwt
    .command('verify')
    .description('check signature, times and app of a token, with this algorithm only')
    .argument('[file]', sourceWords)
    .addOption(new Option('--alg <name>', 'the algorithm').choices(algorithms).default('HS256'))
    .option('--app <id>', 'what appId or iss has to be')
    .option('--key-file <file>', keyWords)
    .option('--json', 'print it as JSON', false)
    .action(async (file: string | undefined, options: Omit<VerifyOptions, 'file'>) =>
      finish(await verify({ ...options, ...(file === undefined ? {} : { file }) })),
    );
};

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const wholeNumber = (value: string): number => {
  if (!/^-?\d{1,12}$/.test(value)) throw new InvalidArgumentError('It is a whole number of seconds.');
  return Number(value);
};
