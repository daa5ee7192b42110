import type { Finding } from '#shared/exchange/finding.ts';
import { headerValues, jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Reading } from '#shared/platforms/dispatch.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { Route } from '#shared/platforms/platform.ts';
import type { PathValues } from '#shared/platforms/route.ts';
import { bearerToken } from '#shared/trust/jwt.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { credentialOf, judgeToken, refusalStatus, type Credential } from './credential.ts';
import { errorReply } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { checkOf } from './token-checks.ts';

/** One address of the platform beside the conversation. */
export type Service = {
  readonly route: Route;
  readonly read: (request: RawRequest, values: PathValues, context: PlatformContext) => Promise<Reading>;
};

/** What a service answers, and what it makes the platform end send. */
export type Served = {
  readonly reply: RawResponse;
  readonly findings?: readonly Finding[];
  readonly thenSend?: readonly Dispatch[];
};

/** Nothing is said in a conversation by a call of a service. */
export const serviceReading = (verdict: Verdict, { reply, findings = [], thenSend = [] }: Served): Reading => ({
  userId: null,
  messages: [],
  findings,
  verdict,
  next: { kind: 'reply', reply, thenSend },
});

/** Answered with 400, and why. */
export const unusable = (rule: string, fact: Fact, summary: string, at = 'body'): Served => ({
  reply: errorReply(400),
  findings: [findingOf('error', rule, fact, `${summary} The answer is 400.`, at)],
});

export const ok = (value: unknown): Served => ({ reply: jsonResponse(200, value) });

const authRule = { id: 'jwt.header', title: 'Header auth', fact: facts.authHeader };

const inAuth = (token: string | null, check: Credential['check']): Credential => ({ token, check, header: 'auth' });

/** The token in the header `auth`, as the public APIs want it: bare, though a scheme before it is told and taken. */
const authCredential = (request: RawRequest): Credential => {
  const [value] = headerValues(request.headers, 'auth');
  const bearer = bearerToken(value ?? '');
  if (value === undefined) {
    const elsewhere = headerValues(request.headers, 'authorization').length > 0;
    const hint = elsewhere ? ', only one named Authorization, which the channel uses, but not this API' : '';
    return inAuth(null, checkOf(authRule, ['fail', `There is no header named auth${hint}.`]));
  }
  if (value.trim() === '') return inAuth(null, checkOf(authRule, ['fail', 'The header auth is empty.']));
  return bearer === null
    ? inAuth(value.trim(), checkOf(authRule, ['pass', 'There is one.']))
    : inAuth(
        bearer,
        checkOf(authRule, ['warn', 'The header auth holds the word bearer, which does not belong there.']),
      );
};

/** Serves who has a token that the platform trusts; others get 401 or 412, as on the channel. */
export const withTrust = async (
  header: 'authorization' | 'auth',
  request: RawRequest,
  context: PlatformContext,
  serve: (token: string) => Served | Promise<Served>,
): Promise<Reading> => {
  const credential = header === 'auth' ? authCredential(request) : credentialOf(request.headers);
  const verdict = await judgeToken(credential, context);
  const status = refusalStatus(verdict);
  if (status === null && credential.token !== null) return serviceReading(verdict, await serve(credential.token));
  const { because, fix = '' } = verdict;
  const summary = `${because} The answer is ${String(status)}. ${fix}`;
  return serviceReading(verdict, {
    reply: errorReply(status ?? 401),
    findings: [findingOf('error', 'service.refused', facts.serviceToken, summary.trim(), `header ${header}`)],
  });
};
