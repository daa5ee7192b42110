import { textOf } from '#shared/exchange/body.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import { headerValues } from '#shared/exchange/raw-http.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { asUtf8, type JwtEvidence } from './evidence.ts';
import { causesOf, searchValue, tokenIn, type FoundToken } from './jwt-search.ts';
import { tokenWithin } from './jwt-within.ts';

/** What stands where the credential belongs, or was found in its stead. */
export type Placed = {
  readonly causes: readonly Cause[];
  /** A token that can be read, or null. */
  readonly found: FoundToken | null;
  /** The text that stands for the token where none can be read; empty where nothing is there. */
  readonly broken: string;
};

const mostBody = 1_000_000;

type Elsewhere = {
  readonly code: 'jwt.header.elsewhere' | 'jwt.header.query' | 'jwt.header.body';
  readonly where: string;
  readonly text: string;
};

const elsewhere = ({ trustCase: { request }, model: { spot }, told }: JwtEvidence): readonly Elsewhere[] => {
  const wanted = spot.name.toLowerCase();
  const all = request.headers.filter(([name]) => name.toLowerCase() !== wanted);
  const again = request.headers.filter(([name]) => name.toLowerCase() === wanted).slice(1);
  const headers = [...again, ...all].map(([name, value]) => ({
    code: 'jwt.header.elsewhere' as const,
    where:
      name.toLowerCase() === wanted
        ? `a second header ${told(name)}, and the first one counts`
        : `the header ${told(name)}`,
    text: asUtf8(value),
  }));
  const query = [...queryOf(request.target)].map(([name, value]) => ({
    code: 'jwt.header.query' as const,
    where: `the query as ${told(name)}`,
    text: value,
  }));
  const body = {
    code: 'jwt.header.body' as const,
    where: 'the body',
    text: textOf(request.body.subarray(0, mostBody)).text,
  };
  return [...headers, ...query, body].flatMap((each) => {
    const text = tokenWithin(each.text);
    return text === undefined ? [] : [{ ...each, text }];
  });
};

const misplaced = async (evidence: JwtEvidence): Promise<Placed | null> => {
  const { spot } = evidence.model;
  const places = elsewhere(evidence);
  let first: Placed | null = null;
  for (const { code, where, text } of places.slice(0, 8)) {
    const searched = await searchValue(`${spot.scheme ?? ''} ${text}`.trim(), evidence);
    const cause: Cause = {
      code,
      because: `The token stands in ${where}, not in the header ${spot.name}.`,
      proof:
        searched?.found.isSigned === true
          ? `The signature of the token that stands there matches the key of this channel.`
          : 'A token stands there; whether it holds is looked at apart from that.',
      fix: `Send it as ${spot.name}: ${spot.scheme === undefined ? '' : `${spot.scheme} and a space, then `}the token.`,
      certainty: searched?.found.isSigned === true ? 'proven' : 'possible',
      remedy: { kind: 'sign-again' },
    };
    const placed: Placed = {
      causes: [cause, ...(searched ? causesOf(searched) : [])],
      found: searched?.found ?? null,
      broken: searched ? '' : text,
    };
    if (searched?.found.isSigned === true) return placed;
    first ??= placed;
  }
  return first;
};

const nothing = (code: 'credential.missing' | 'credential.empty', because: string, { model }: JwtEvidence): Cause => ({
  code,
  because,
  proof: 'No token was found in any header, in the query or in the body either.',
  fix: `Send the header ${model.spot.name}${model.spot.scheme === undefined ? '' : ` with ${model.spot.scheme}, a space`} and the token.`,
  certainty: 'proven',
  remedy: { kind: 'sign-again' },
});

const otherScheme = (value: string, { model, told }: JwtEvidence): Cause => {
  const word = told(/^\s*([A-Za-z][\w-]{0,20})\s/.exec(value)?.[1] ?? '');
  const named = word === 'empty' ? '' : ` It begins with ${word}.`;
  return {
    code: 'jwt.scheme.misspelt',
    because: `The header ${model.spot.name} does not hold the word ${model.spot.scheme ?? ''} and a token.${named}`,
    proof: 'No token was found in it, nor in another header, the query or the body.',
    fix: `Send ${model.spot.scheme ?? ''}, a space and the token; no other scheme is taken.`,
    certainty: 'proven',
    remedy: { kind: 'sign-again' },
  };
};

/** The first question of every platform: is there a token where it belongs? */
export const placeOf = async (evidence: JwtEvidence): Promise<Placed> => {
  const { spot } = evidence.model;
  const scheme = spot.scheme ?? '';
  const [first] = headerValues(evidence.trustCase.request.headers, spot.name);
  const value = asUtf8(first ?? '');
  const searched = await searchValue(value, evidence, first);
  if (searched) return { causes: causesOf(searched), found: searched.found, broken: '' };
  const token = tokenIn(value, scheme);
  if (token !== null && tokenWithin(token) !== undefined) return { causes: [], found: null, broken: token };
  const other = await misplaced(evidence);
  if (other) return other;
  const none = { found: null, broken: '' };
  if (first === undefined)
    return { ...none, causes: [nothing('credential.missing', `There is no header ${spot.name}.`, evidence)] };
  if (value.trim() === '' || value.trim().toLowerCase() === scheme.toLowerCase())
    return { ...none, causes: [nothing('credential.empty', `The header ${spot.name} holds no token.`, evidence)] };
  if (token !== null) return { ...none, causes: [], broken: token };
  // Only the scheme is wrong where a token follows, however broken it is.
  const inside = tokenWithin(value);
  return { ...none, causes: [otherScheme(value, evidence)], broken: inside ?? '' };
};
