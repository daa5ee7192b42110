import { readJsonBody } from '#shared/exchange/json-body.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { isJsonObject } from '#shared/text/json.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';

type Hypothesis = (trustCase: TrustCase) => readonly Cause[];

/** What the platform itself can tell from the request: address, mode, dialect, the user. */
const besides: Hypothesis = ({ channel, verdict }) =>
  (channel.model.besides ?? []).filter(({ certainty }) => verdict.state !== 'refused' || certainty === 'possible');

/** The credential belongs into a JSON body, and there is none that could hold it. */
const noBody: Hypothesis = ({ request, channel: { model }, verdict }) => {
  if (model.kind !== 'texts' || verdict.state !== 'unchecked') return [];
  if (!model.credentials.some(({ spot }) => spot.in === 'body') || ['GET', 'HEAD'].includes(request.method)) return [];
  const { value, oddities } = readJsonBody(request);
  if (isJsonObject(value)) return [];
  const why = oddities.find(({ kind }) => kind === 'compressed' || kind === 'empty' || kind === 'not-json');
  return [
    {
      code: 'not-credential.body',
      because: 'The body is no JSON object, so nothing of it was looked at, the credential included.',
      proof: why === undefined ? 'It is JSON, but not an object.' : proofs[why.kind],
      fix: 'Send a JSON object, with Content-Type application/json: look at what the client makes of it, a form or a list.',
      certainty: 'proven',
    },
  ];
};

const proofs = {
  compressed: 'Content-Encoding says that it is compressed.',
  empty: 'There is not one character in it that is no white space.',
  'not-json': 'It does not parse as JSON (RFC 8259).',
  'media-type': '',
  'byte-order-mark': '',
  charset: '',
} as const;

/** The token is in order, and speaks for an anonymous user, whom the app does not let in. */
const anonymous: Hypothesis = ({ request, channel: { model }, verdict }) => {
  if (model.kind !== 'jwt' || model.allowsAnonymous || verdict.state === 'trusted') return [];
  const header = headerValue(request.headers, model.spot.name) ?? '';
  const { isAnonymous } = decodeJwt(bearerToken(header) ?? header.trim()).payload.json ?? {};
  if (isAnonymous !== true && isAnonymous !== 'true') return [];
  return [
    {
      code: 'not-credential.anonymous',
      because: 'The token speaks for an anonymous user, and the app of the channel does not allow those.',
      proof: 'Its claim isAnonymous is true, and the channel is set to allow none.',
      fix: 'Name a registered user and leave isAnonymous out, or allow anonymous users in the app.',
      certainty: verdict.state === 'refused' ? 'proven' : 'possible',
    },
  ];
};

/** What says that the body, or what it asks for, is refused; other errors are about the channel. */
const bodyStatuses: readonly number[] = [400, 404, 405, 409, 413, 415, 422];

/** Trusted, and answered with an error all the same: the body, what it asks for, or the state of the channel. */
const refusedAllTheSame: Hypothesis = ({ verdict, answered }) => {
  if (verdict.state !== 'trusted' || answered?.isOurs !== true || answered.status < 400) return [];
  const { status } = answered;
  if (!bodyStatuses.includes(status)) return [disabled(status)];
  return [
    {
      code: 'not-credential.body',
      because: `The credential is right: it is what the request says or asks for that is answered ${String(status)}.`,
      proof: 'Every check of the credential holds.',
      fix: 'Read the findings of the exchange: they say which part of the request is refused.',
      certainty: 'proven',
    },
  ];
};

const remoteFixes: Readonly<Record<number, string>> = {
  401: 'Check in this order: the credential that the platform shows against the settings, letter by letter; whether the clock of this machine is right; whether the channel there is enabled, approved and published; the bot id and the host.',
  403: 'Check in this order: whether the keys were made for this very channel and are still valid; what they may do; whether the address of this machine is allowed there.',
  404: 'Check the host, the version in the path and the id of the bot or channel; then whether the channel there is enabled and published.',
  412: 'Check whether the app there allows anonymous users, or name a registered one.',
  504: 'Check whether the bot there is published and answers at all.',
};

/** A platform that is not played here refused what our app end sent: it alone knows why, so what to check is listed. */
const remote: Hypothesis = ({ answered, verdict }) => {
  if (answered === undefined || answered.isOurs || remoteFixes[answered.status] === undefined) return [];
  const { status } = answered;
  const refused: Cause = {
    code: 'not-credential.remote',
    because: `The platform answered ${String(status)}, and it compares with what is stored there, which nobody here can see.`,
    proof:
      verdict.state === 'refused'
        ? 'Against the settings of the channel here, the credential does not hold either.'
        : 'Against the settings of the channel here, nothing is wrong with what was sent.',
    fix: remoteFixes[status] ?? '',
    certainty: 'possible',
  };
  return status === 412 || status === 403 ? [refused] : [refused, disabled(status)];
};

const disabled = (status: number): Cause => ({
  code: 'not-credential.channel',
  because: 'The channel may be disabled, waiting for approval, or its bot not published.',
  proof: `Platforms answer ${String(status)} to that as well, and do not say so.`,
  fix: 'Look at the state of the channel in the platform; just after it was published, wait a minute and try again.',
  certainty: 'possible',
});

/** In this order: what the request itself shows, then what was answered. */
const hypotheses: readonly Hypothesis[] = [besides, noBody, anonymous, refusedAllTheSame, remote];

const isProven = ({ certainty }: Cause): boolean => certainty === 'proven';

/**
 * Why a request may be refused or go unheard for something else than its credential. `proven` ones come first: for a request that was not
 * checked, they stand before anything that could be said of its credential, and the `possible` ones behind that. Where the verdict
 * refused, all of them come after the causes of the credential. Empty where nothing points there. Never throws.
 */
export const notCredentialCauses = (trustCase: TrustCase): readonly Cause[] =>
  hypotheses
    .flatMap((each) => each(trustCase))
    .toSorted((one, other) => Number(isProven(other)) - Number(isProven(one)));
