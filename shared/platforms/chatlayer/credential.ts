import { queryOf } from '#shared/exchange/form-body.ts';
import { headerValues, type RawRequest } from '#shared/exchange/raw-http.ts';
import { checkAbout, type Fact } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { bearerToken } from '#shared/trust/jwt.ts';
import { sameText } from '#shared/trust/same-text.ts';
import { unchecked, type Check, type Verdict } from '#shared/trust/verdict.ts';
import { facts } from './facts.ts';

/** A text that has to be the same as one in the settings, and what is known of where it came from. */
type Compared = {
  /** Undefined where it is missing. */
  readonly given: string | undefined;
  readonly wanted: string;
  /** What a person calls it: "verify token". */
  readonly name: string;
  readonly id: string;
  readonly at: string;
  readonly fact: Fact;
  /** A sentence where it stands in a place that this dialect does not look at. */
  readonly elsewhere?: string | undefined;
  readonly missing: string;
  readonly fix: string;
};

/** Why two texts are not the same, without either of them. */
const differenceOf = (given: string, wanted: string, name: string): string => {
  if (sameText(given.trim(), wanted.trim())) return `The ${name} differs only by white space before or behind it.`;
  if (sameText(given.trim().toLowerCase(), wanted.trim().toLowerCase()))
    return `The ${name} differs only by upper and lower case.`;
  return `The ${name} is another one than that of this channel.`;
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Compares a text as it stands: present first, then equal. Nothing of either text is told. */
const judge = ({ given, wanted, name, id, at, fact, elsewhere, missing, fix }: Compared): Verdict => {
  const present = (result: Check['result'], detail: string): Check =>
    checkAbout(fact, { id: `${id}.present`, title: `${capital(name)} present`, result, detail });
  const equal = (result: Check['result'], detail: string): Check =>
    checkAbout(fact, { id: `${id}.equal`, title: `${capital(name)} equal`, result, detail });
  if (given === undefined || given === '') {
    const why = given === '' ? `The ${name} is empty.` : missing;
    const detail = elsewhere === undefined ? why : `${why} ${elsewhere}`;
    const checks = [present('fail', detail), equal('not-applicable', 'There is nothing to compare.')];
    return { state: 'refused', because: `Refused: ${detail}`, fix, checks };
  }
  const credential = { credential: { kind: 'text', at } as const };
  const first = present('pass', 'It is there.');
  if (wanted === '') {
    const detail = `This channel has no ${name} to compare with.`;
    return {
      state: 'refused',
      because: `Refused: ${detail}`,
      fix: `Enter the ${name} in the settings of the channel.`,
      checks: [first, equal('fail', detail)],
      ...credential,
    };
  }
  if (sameText(given, wanted))
    return {
      state: 'trusted',
      because: `Trusted: the ${name} is that of this channel.`,
      checks: [first, equal('pass', 'It is the same, character by character.')],
      ...credential,
    };
  const detail = differenceOf(given, wanted, name);
  return {
    state: 'refused',
    because: `Refused: ${detail}`,
    fix,
    checks: [first, equal('fail', detail)],
    ...credential,
  };
};

const misplacedBearer = (request: RawRequest, body: Json | undefined): string | undefined => {
  if (isJsonObject(body) && body['verifyToken'] !== undefined)
    return 'There is a verifyToken in the body, as the deprecated dialect wants it: this address wants an access token.';
  if (queryOf(request.target).has('access_token'))
    return 'There is an access_token in the query, as the deprecated endpoints want it.';
  return headerValues(request.headers, 'x-access-token').length > 0
    ? 'There is a header x-access-token instead.'
    : undefined;
};

/** The access token of `Authorization: Bearer`: the current dialect, and the actions of the offloading webhook. */
export const judgeBearer = (
  request: RawRequest,
  accessToken: string,
  body: Json | undefined,
  fact: Fact = facts.bearer,
): Verdict => {
  const [header] = headerValues(request.headers, 'authorization');
  const isBare = header !== undefined && header.trim() !== '' && !/^bearer(\s|$)/i.test(header.trim());
  return judge({
    given: header === undefined || isBare ? undefined : (bearerToken(header) ?? ''),
    wanted: accessToken,
    name: 'access token',
    id: 'bearer',
    at: 'header authorization',
    fact,
    elsewhere: misplacedBearer(request, body),
    missing: isBare
      ? 'The Authorization header does not begin with Bearer and a space.'
      : 'There is no Authorization header, so there is no access token.',
    fix: 'Send Authorization: Bearer and the access token that Chatlayer shows under Tokens.',
  });
};

/** Where nothing is set, nothing is compared. */
const notSet = (): Verdict => unchecked('Not checked: this channel has no verify token, so none is compared.');

const misplacedVerifyToken = (request: RawRequest, body: Json | undefined): string | undefined => {
  if (queryOf(request.target).has('challenge.verifyToken'))
    return 'It stands in the query as challenge.verifyToken, which is how the offloading webhook does it.';
  if (isJsonObject(body) && typeof body['verify_token'] === 'string')
    return 'There is a verify_token: the name is verifyToken.';
  return headerValues(request.headers, 'authorization').length > 0
    ? 'There is an Authorization header, which this call does not have: the verify token stands in the body.'
    : undefined;
};

/** `verifyToken` of a JSON body: messages of the bot, and messages of the user in the deprecated dialect. */
export const judgeBodyToken = (
  request: RawRequest,
  verifyToken: string,
  body: Json | undefined,
  fact: Fact,
): Verdict => {
  if (verifyToken === '') return notSet();
  const value = isJsonObject(body) ? body['verifyToken'] : undefined;
  return judge({
    given: typeof value === 'string' ? value : undefined,
    wanted: verifyToken,
    name: 'verify token',
    id: 'verify-token',
    at: 'body /verifyToken',
    fact,
    elsewhere: misplacedVerifyToken(request, body),
    missing: value === undefined ? 'There is no verifyToken in the body.' : 'verifyToken in the body is not a text.',
    fix: 'Compare the verify token of the channel in Chatlayer with the one in these settings, without spaces around it.',
  });
};

/** The query parameter with a dot in its name, on every call of the offloading webhook. */
export const judgeQueryToken = (request: RawRequest, verifyToken: string, body: Json | undefined): Verdict => {
  if (verifyToken === '') return notSet();
  const query = queryOf(request.target);
  return judge({
    given: query.get('challenge.verifyToken') ?? undefined,
    wanted: verifyToken,
    name: 'verify token',
    id: 'challenge-token',
    at: 'query challenge.verifyToken',
    fact: facts.queryToken,
    elsewhere:
      isJsonObject(body) && body['verifyToken'] !== undefined
        ? 'There is a verifyToken in the body, which is how the webhook channel does it.'
        : query.has('verifyToken')
          ? 'There is a parameter verifyToken: its name here is challenge.verifyToken, with the dot.'
          : undefined,
    missing: 'There is no challenge.verifyToken in the query.',
    fix: 'Compare the verify token under Settings, Offloading with the one in these settings.',
  });
};

/** The query parameter of the deprecated sibling endpoints. */
export const judgeQueryAccess = (request: RawRequest, accessToken: string): Verdict =>
  judge({
    given: queryOf(request.target).get('access_token') ?? undefined,
    wanted: accessToken,
    name: 'access token',
    id: 'access-token',
    at: 'query access_token',
    fact: facts.d0History,
    elsewhere:
      headerValues(request.headers, 'authorization').length > 0
        ? 'There is an Authorization header, which the current API wants; this one wants access_token in the query.'
        : undefined,
    missing: 'There is no access_token in the query.',
    fix: 'Add ?access_token= and the access token.',
  });
