import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import { checkAbout } from '#shared/platforms/fact.ts';
import { sameText } from '#shared/trust/same-text.ts';
import type { Check, Verdict } from '#shared/trust/verdict.ts';
import { facts } from './facts.ts';
import type { ChannelTalkSettings } from './settings.ts';

type Judged = readonly [result: Check['result'], detail: string];

const present = (header: string, sent: string | undefined, request: RawRequest): Judged => {
  if (sent !== undefined && sent !== '') return ['pass', `There is a header ${header}.`];
  if (sent === '') return ['fail', `The header ${header} is empty.`];
  return headerValue(request.headers, 'authorization') === undefined
    ? ['fail', `There is no header ${header}.`]
    : [
        'fail',
        `There is no header ${header}, only Authorization: the Open API takes its keys in x-access-key and x-access-secret.`,
      ];
};

const equal = (what: string, sent: string | undefined, wanted: string): Judged => {
  if (sent === undefined || sent === '') return ['not-applicable', 'There is nothing to compare.'];
  if (wanted === '') return ['fail', `This channel has no ${what} to compare with.`];
  if (sameText(sent, wanted)) return ['pass', `It is the ${what} of this channel.`];
  if (sameText(sent.trim(), wanted.trim()))
    return ['fail', `It differs from the ${what} of this channel by white space around it.`];
  if (sameText(sent.toLowerCase(), wanted.toLowerCase()))
    return ['fail', `It differs from the ${what} of this channel by upper and lower case.`];
  return ['fail', `It is not the ${what} of this channel.`];
};

const check = (id: string, title: string, [result, detail]: Judged): Check =>
  checkAbout(facts.keys, { id, title, result, detail });

/** Platform end: whether a call to the Open API has the channel's keys; `status` is that of the refusal. */
export const judgeKeys = (
  request: RawRequest,
  { accessKey, accessSecret }: ChannelTalkSettings,
): { readonly verdict: Verdict; readonly status: 401 | 403 } => {
  const key = headerValue(request.headers, 'x-access-key');
  const secret = headerValue(request.headers, 'x-access-secret');
  const checks = [
    check('key.present', 'Access key', present('x-access-key', key, request)),
    check('secret.present', 'Access secret', present('x-access-secret', secret, request)),
    check('key.equal', 'Access key of this channel', equal('access key', key, accessKey)),
    check('secret.equal', 'Access secret of this channel', equal('access secret', secret, accessSecret)),
  ];
  const failed = checks.find((each) => each.result === 'fail');
  const credential =
    secret === undefined ? {} : { credential: { kind: 'text', at: 'header x-access-secret' } as const };
  const status = failed?.id.endsWith('.present') === true ? 401 : 403;
  if (!failed)
    return {
      status,
      verdict: { state: 'trusted', because: 'Trusted: both keys are those of this channel.', checks, ...credential },
    };
  return {
    status,
    verdict: {
      state: 'refused',
      because: `Refused: ${failed.detail.charAt(0).toLowerCase()}${failed.detail.slice(1)}`,
      fix: 'Send the access key and the access secret of the channel, as Channel Talk shows them, in x-access-key and x-access-secret.',
      checks,
      ...credential,
    },
  };
};
