import { bearerToken, decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import { isHmac, isRsa, type MacHash } from '#shared/trust/token-crypto.ts';
import type { ByteTruth, Cause } from '#shared/trust/autopsy/cause.ts';
import type { JwtEvidence } from './evidence.ts';
import { repairs, type Repair } from './jwt-repairs.ts';

/** A token that was found, as it is or repaired. */
export type FoundToken = {
  readonly token: string;
  readonly jwt: DecodedJwt;
  /** What may have been signed: the first two parts, as they are repaired and as they arrived. */
  readonly inputs: readonly string[];
  /** Whether the key of the channel signed it. */
  readonly isSigned: boolean;
};

/** What was learnt about a signature that does not match. */
export type SignatureCause = { readonly cause: Cause; readonly bytes?: ByteTruth };

/** Two things may go wrong at once; three are not guessed at. */
const deepest = 2;
const mostCandidates = 120;
/** A longer value is taken as it is: what is looked for in it may cost the square of its length. */
const longestRepaired = 8192;

export const hashOf = (alg: unknown): MacHash | null =>
  typeof alg !== 'string' || !/^hs(256|384|512)$/i.test(alg) ? null : (`SHA-${alg.slice(2)}` as MacHash);

/** The first two parts: what a signature is over (RFC 7515 §5.1). */
export const inputOf = (token: string): string => token.slice(0, Math.max(token.lastIndexOf('.'), 0));

/** The token that a header value holds for one who reads it strictly, or null. */
export const tokenIn = (value: string, scheme: string): string | null => {
  if (scheme === '') return value.trim() === '' ? null : value.trim();
  if (scheme.toLowerCase() === 'bearer') return bearerToken(value);
  const found = value.trim();
  return found.toLowerCase().startsWith(`${scheme.toLowerCase()} `) ? found.slice(scheme.length).trim() : null;
};

const isWhole = ({ form, header, payload, problems }: DecodedJwt): boolean =>
  form === 'jws' && header.json !== null && payload.json !== null && problems.length === 0;

/** Whether the key of the channel signed one of these texts, with the algorithm that the token names, or else the channel's. */
export const isOfChannel = async (
  { jwt, inputs }: Pick<FoundToken, 'jwt' | 'inputs'>,
  evidence: JwtEvidence,
): Promise<boolean> => {
  const { model, trustCase } = evidence;
  const mac = jwt.signature.bytes;
  if (mac === null || mac.byteLength === 0 || model.key === '') return false;
  if (isHmac(model.algorithm)) {
    const hash = hashOf(jwt.header.json?.['alg']) ?? hashOf(model.algorithm);
    for (const input of inputs)
      if (hash !== null && (await evidence.isMac(hash, new TextEncoder().encode(model.key), input, mac))) return true;
    return false;
  }
  const alg = jwt.header.json?.['alg'];
  if (!isRsa(alg) || (await trustCase.tokens.keyProblem(alg, 'verify', model.key)) !== null) return false;
  for (const input of inputs)
    if (await trustCase.tokens.isSignedBy(`${input}.${jwt.signature.text.replaceAll('=', '')}`, alg, model.key))
      return true;
  return false;
};

type Candidate = { readonly value: string; readonly steps: readonly Repair[] };
export type Searched = { readonly found: FoundToken; readonly steps: readonly Repair[] };

const read = async (value: string, original: string, evidence: JwtEvidence): Promise<FoundToken | null> => {
  const scheme = evidence.model.spot.scheme ?? '';
  const token = tokenIn(value, scheme);
  if (token === null) return null;
  const jwt = decodeJwt(token);
  if (!isWhole(jwt)) return null;
  const arrived = tokenIn(original, scheme) ?? original;
  const inputs = [...new Set([inputOf(token), ...(arrived.split('.').length === 3 ? [inputOf(arrived)] : [])])];
  return { token, jwt, inputs, isSigned: await isOfChannel({ jwt, inputs }, evidence) };
};

const repaired = ({ value, steps }: Candidate, scheme: string): readonly Candidate[] =>
  repairs
    .filter((repair) => !steps.some((step) => step.code === repair.code))
    .flatMap((repair) => repair.apply(value, scheme).map((next) => ({ value: next, steps: [...steps, repair] })));

/**
 * Looks for a whole token in a header value: as it is, with one repair, with two; one that the channel's key signed wins.
 * `arrived`: the value as the platform reads it, where that is not what the sender meant.
 */
export const searchValue = async (value: string, evidence: JwtEvidence, arrived = value): Promise<Searched | null> => {
  const direct = await read(arrived, arrived, evidence);
  if (direct) return { found: direct, steps: [] };
  if (value.length > longestRepaired) return null;
  const scheme = evidence.model.spot.scheme ?? '';
  const seen = new Set([value]);
  let row: readonly Candidate[] = [{ value, steps: [] }];
  let best: Searched | null = null;
  for (let depth = 0; depth < deepest; depth += 1) {
    row = row.flatMap((each) => repaired(each, scheme)).filter(({ value: next }) => !seen.has(next) && seen.add(next));
    for (const { value: next, steps } of row.slice(0, mostCandidates)) {
      const found = await read(next, value, evidence);
      if (found?.isSigned === true) return { found, steps };
      if (found && !best) best = { found, steps };
    }
  }
  return best;
};

/** What each repair shows. */
export const causesOf = ({ found, steps }: Searched): readonly Cause[] =>
  steps.map(({ code, because, fix }) => ({
    code,
    because,
    proof: found.isSigned
      ? 'Mended so, the signature matches the key of this channel.'
      : 'Mended so, the token has three parts that can be read; its signature is looked at apart from that.',
    fix,
    certainty: found.isSigned ? 'proven' : 'possible',
    remedy: { kind: 'sign-again' },
  }));
