import { systemClock, systemIds } from '#main/io/system.ts';
import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';
import { bearerToken, decodeJwt, describeClaim } from '#shared/trust/jwt.ts';
import type { TokenAlgorithm } from '#shared/trust/token-crypto.ts';
import { causeLines, checkLines } from './check-lines.ts';
import { readKey, type KeySource } from './jwt-key.ts';
import { judgeToken } from './jwt-verify.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { readSource } from './read-source.ts';
import { refused } from './refused.ts';

export type MintOptions = KeySource & {
  readonly alg: TokenAlgorithm;
  /** `name=value` each; the value is JSON where it is, else a text. */
  readonly claim: readonly string[];
  /** A JSON object. */
  readonly claims?: string;
  /** A JSON object, over `alg` and `typ`. */
  readonly header?: string;
  /** Seconds until it expires: adds iat and exp. */
  readonly expires?: number;
  readonly jti: boolean;
  readonly json: boolean;
};

/** `hookbench jwt mint`: signs claims with a key from the environment or a file, and prints the token. */
export const mint = async (options: MintOptions): Promise<number> => {
  const key = await readKey(options, process.env);
  const tokens = createTokenCrypto();
  const problem = await tokens.keyProblem(options.alg, 'sign', key);
  if (problem !== null) throw refused(problem);
  const seconds = Math.floor(systemClock.now() / 1000);
  const claims: JsonObject = {
    ...(options.expires === undefined ? {} : { iat: seconds, exp: seconds + options.expires }),
    ...(options.jti ? { jti: systemIds.uuid() } : {}),
    ...objectOf('--claims', options.claims),
    ...Object.fromEntries(options.claim.map(claimOf)),
  };
  const header = { typ: 'JWT', ...objectOf('--header', options.header), alg: options.alg };
  const token = await tokens.sign(header, claims, key);
  if (options.json) printJson({ token, header, claims });
  else printLine(token);
  return 0;
};

const objectOf = (option: string, text: string | undefined): JsonObject => {
  if (text === undefined) return {};
  const parsed = parseJson(text);
  if (!parsed.ok) throw refused(`${option} is no JSON. ${parsed.problem}`);
  if (!isJsonObject(parsed.value)) throw refused(`${option} has to be a JSON object.`);
  return parsed.value;
};

const claimOf = (text: string): readonly [string, Json] => {
  const split = text.indexOf('=');
  if (split < 1) throw refused('A claim is written as name=value.');
  const parsed = parseJson(text.slice(split + 1));
  return [text.slice(0, split), parsed.ok ? parsed.value : text.slice(split + 1)];
};

/** The token of a file or of standard input, with or without the word before it. */
const tokenOf = async (file: string | undefined): Promise<string> => {
  const text = (await readSource(file)).trim().replace(/^authorization\s*:\s*/i, '');
  if (text === '') throw refused('There is no token: give it on standard input, or name a file.');
  return bearerToken(text) ?? text;
};

/** `hookbench jwt decode`: what a token says, whether it can be trusted or not. 0 readable, 1 something is wrong with its form. */
export const decode = async ({ file, json }: { readonly file?: string; readonly json: boolean }): Promise<number> => {
  const { form, header, payload, problems } = decodeJwt(await tokenOf(file));
  const now = systemClock.now();
  if (json) printJson({ form, header: header.json, claims: payload.json, problems });
  else {
    printLine('Header');
    for (const line of partLines(header.json, header.decoded, now)) printLine(line);
    printLine('Claims');
    for (const line of partLines(payload.json, payload.decoded, now)) printLine(line);
    printLine('The signature was not checked: hookbench jwt verify does that.');
  }
  if (!json) for (const { summary } of problems) printProblem(summary);
  return problems.length === 0 ? 0 : 1;
};

const partLines = (json: JsonObject | null, text: string | null, now: number): readonly string[] => {
  if (!json) return [`  ${text ?? '(cannot be read)'}`];
  return Object.entries(json).map(([name, value]) => {
    const { meaning, instant, state } = describeClaim(name, value, now);
    const time = instant === undefined ? '' : `, ${timeOf(instant)}`;
    const remark = state === 'over' ? ': over' : state === 'not-yet' ? ': not yet' : '';
    return `  ${name.padEnd(14)}  ${writeJson(value).replaceAll(/\n\s*/g, ' ')}  (${meaning}${time}${remark})`;
  });
};

/** Some numbers are no moment at all. */
const timeOf = (instant: number): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString();
};

export type VerifyOptions = KeySource & {
  readonly file?: string;
  readonly alg: TokenAlgorithm;
  /** What appId or iss has to be; left out: it is not compared. */
  readonly app?: string;
  readonly json: boolean;
};

/** `hookbench jwt verify`: signature, times and app, with one algorithm only. 0 valid, 1 not, 2 cannot tell. */
export const verify = async (options: VerifyOptions): Promise<number> => {
  const { alg } = options;
  const key = await readKey(options, process.env);
  const problem = await createTokenCrypto().keyProblem(alg, 'verify', key);
  if (problem !== null) throw refused(problem);
  const token = await tokenOf(options.file);
  const { checks, cause } = await judgeToken(token, { algorithm: alg, key, app: options.app }, systemClock.now());
  const isValid = checks.every(({ result }) => result !== 'fail');
  if (options.json) printJson({ isValid, checks, cause });
  else {
    printLine(
      isValid
        ? 'Valid.'
        : `Not valid: ${cause?.because ?? checks.find(({ result }) => result === 'fail')?.detail ?? ''}`,
    );
    for (const line of [...(cause ? causeLines(cause) : []), ...checkLines(checks)]) printLine(line);
  }
  return isValid ? 0 : 1;
};
