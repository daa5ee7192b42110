import { jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import { sameText } from '#shared/trust/same-text.ts';
import { unchecked, type Check, type Verdict } from '#shared/trust/verdict.ts';
import { errorReply } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { signClaims, signingProblem } from './mint.ts';
import { readFields, type Fields } from './services-fields.ts';
import { serviceReading, type Service } from './services-reading.ts';
import { koreSettings, type KoreSettings } from './settings.ts';
import { checkOf } from './token-checks.ts';

/** The samples of such a service write a day, though in milliseconds; these are seconds, as RFC 7519 §2 has them. */
const validity = 24 * 60 * 60;

const audience = 'https://idproxy.kore.com/authorize';

const isSwitchedOff: Reading = serviceReading(
  unchecked('The JWT-issuing service of this channel is off, so nothing was looked at.'),
  {
    reply: errorReply(404),
    findings: [
      findingOf(
        'warning',
        'jwt-service.off',
        facts.jwtServiceOff,
        'The JWT-issuing service of this channel is off: switch it on in the settings, if a page needs a token from here.',
        'path',
      ),
    ],
  },
);

type Compared = { readonly id: string; readonly field: string; readonly title: string; readonly ours: string };

/** What the page sends of the app is compared, where it sends it: a page that knows another app's would get a token that nobody takes. */
const compare = ({ id, field, title, ours }: Compared, fields: Fields): Check => {
  const rule = { id, title, fact: facts.jwtService };
  const given = fields.text(field);
  if (given === '') return checkOf(rule, ['not-applicable', `There is no ${field}; that of this channel is used.`]);
  if (sameText(given, ours)) return checkOf(rule, ['pass', `${field} is that of this channel.`]);
  const isOnlyForm = sameText(given.trim().toLowerCase(), ours.trim().toLowerCase());
  const hint = isOnlyForm ? ' Only upper and lower case or spaces differ.' : '';
  return checkOf(rule, ['fail', `${field} is not that of this channel.${hint}`]);
};

const judge = (settings: KoreSettings, fields: Fields): Verdict => {
  const checks = [
    compare({ id: 'jwt-service.client', field: 'clientId', title: 'Client id', ours: settings.clientId }, fields),
    compare(
      { id: 'jwt-service.secret', field: 'clientSecret', title: 'Client secret', ours: settings.clientSecret },
      fields,
    ),
  ];
  const failed = checks.find((each) => each.result === 'fail');
  const credential = fields.has('clientSecret')
    ? { credential: { kind: 'text', at: 'body /clientSecret' } as const }
    : {};
  if (failed)
    return {
      state: 'refused',
      because: `Refused: ${failed.detail}`,
      fix: 'Copy client id and client secret from the settings of this channel into the page.',
      checks,
      ...credential,
    };
  return fields.has('clientSecret')
    ? { state: 'trusted', because: 'Trusted: what the page sent is that of this channel.', checks, ...credential }
    : { ...unchecked('The page sent no client secret, and this service wants none.'), checks };
};

const claimsOf = (fields: Fields, { clientId }: KoreSettings, now: number) => {
  const seconds = Math.floor(now / 1000);
  return {
    iat: seconds,
    exp: seconds + validity,
    aud: fields.text('aud') || audience,
    iss: clientId,
    sub: fields.text('identity'),
    isAnonymous: fields.text('isAnonymous') === 'true',
  };
};

const issue = async (request: RawRequest, context: PlatformContext): Promise<Reading> => {
  const settings = koreSettings(context.settings);
  if (!settings.jwtService) return isSwitchedOff;
  const fields = await readFields(request);
  const verdict = judge(settings, fields);
  const refused = (status: 400 | 401, rule: string, summary: string, at: string): Reading =>
    serviceReading(verdict, {
      reply: errorReply(status),
      findings: [findingOf('error', rule, facts.jwtService, `${summary} The answer is ${String(status)}.`, at)],
    });
  if (fields.problem !== null) return refused(400, 'jwt-service.body', fields.problem, 'body');
  if (verdict.state === 'refused') return refused(401, 'jwt-service.refused', verdict.because, 'body');
  const problem = await signingProblem(settings, context.tokens);
  if (problem !== null) return refused(400, 'jwt-service.key', problem, 'settings');
  const jwt = await signClaims(claimsOf(fields, settings, context.stamp.now), settings, context.tokens);
  return serviceReading(verdict, { reply: jsonResponse(200, { jwt }) });
};

/** Signs tokens for a page, as the customer's own service does for the vendor's web SDK. The samples have it under both addresses. */
export const jwtServices: readonly Service[] = ['/users/sts', '/api/users/sts'].map((path) => ({
  route: { method: 'POST', path },
  read: (request, _values, context) => issue(request, context),
}));
