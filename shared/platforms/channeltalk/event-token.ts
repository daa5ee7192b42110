import { queryOf } from '#shared/exchange/form-body.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import { checkAbout } from '#shared/platforms/fact.ts';
import { sameText } from '#shared/trust/same-text.ts';
import type { Check, Verdict } from '#shared/trust/verdict.ts';
import { facts } from './facts.ts';

type Judged = readonly [result: Check['result'], detail: string];

/** Headers in which a token is looked for by people who expect one there. */
const headers = ['authorization', 'x-token', 'token', 'x-channel-token', 'x-signature'];

const present = (sent: string | null, request: RawRequest): Judged => {
  if (sent !== null && sent !== '') return ['pass', 'The URL has ?token=.'];
  if (sent === '') return ['fail', 'The URL has ?token=, but nothing after it.'];
  const elsewhere = headers.find((each) => headerValue(request.headers, each) !== undefined);
  return elsewhere === undefined
    ? ['fail', 'The URL has no ?token=.']
    : [
        'fail',
        `The URL has no ?token=. There is a header ${elsewhere}, but Channel Talk sends the token in the URL only.`,
      ];
};

const equal = (sent: string | null, token: string): Judged => {
  if (sent === null || sent === '') return ['not-applicable', 'There is no token to compare.'];
  if (token === '') return ['fail', 'This channel has no token to compare with.'];
  if (sameText(sent, token)) return ['pass', 'It is the token of this channel.'];
  if (sameText(sent.trim(), token.trim()))
    return ['fail', 'It differs from the token of this channel by white space around it.'];
  if (sameText(sent.toLowerCase(), token.toLowerCase()))
    return ['fail', 'It differs from the token of this channel by upper and lower case.'];
  return ['fail', `It is another token: ${sent.length} characters, where that of this channel has ${token.length}.`];
};

const check = (id: string, title: string, [result, detail]: Judged): Check =>
  checkAbout(facts.token, { id, title, result, detail });

/** App end: whether an event carries the token of this channel. It is all that proves where an event comes from. */
export const judgeEventToken = (request: RawRequest, token: string): Verdict => {
  const sent = queryOf(request.target).get('token');
  const checks = [
    check('token.present', 'Token in the URL', present(sent, request)),
    check('token.equal', 'Token of this channel', equal(sent, token)),
  ];
  const failed = checks.find((each) => each.result === 'fail');
  const credential = sent === null ? {} : { credential: { kind: 'text', at: 'query token' } as const };
  if (!failed)
    return {
      state: 'trusted',
      because: 'Trusted: the token in the URL is that of this channel.',
      checks,
      ...credential,
    };
  return {
    state: 'refused',
    because: `Refused: ${failed.detail.charAt(0).toLowerCase()}${failed.detail.slice(1)}`,
    fix: 'Copy the token that Channel Talk shows at the webhook into the settings of this channel; it appends it to the URL by itself.',
    checks,
    ...credential,
  };
};
