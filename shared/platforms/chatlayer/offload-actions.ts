import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { Content } from '#shared/exchange/message.ts';
import { jsonResponse, pathOf, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Reading } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { fillPath, matchPath } from '#shared/platforms/route.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { judgeBearer } from './credential.ts';
import { actedIf } from './defects.ts';
import { facts } from './facts.ts';
import { isHandedOver } from './handover.ts';
import { unusable } from './leg-a.ts';
import { readTemplate, templateNames } from './offload-read.ts';
import { writeTemplates } from './offload-write.ts';
import { actionsPath, platformOrigin } from './paths.ts';
import { countRequest } from './rate-limit.ts';
import { chatlayerSettings } from './settings.ts';
import { objectsAt } from './wire.ts';

/** App end: what the agent says, as one action on the conversation. */
export const actionsOf = (contents: readonly Content[], userId: string, context: PlatformContext): Dispatch => {
  const { accessToken, version, timeLimit } = chatlayerSettings(context.settings);
  const token = context.defects.has('user.wrong-token') ? 'NOT-THE-TOKEN-of-this-channel' : accessToken;
  return {
    request: {
      origin: platformOrigin(context),
      method: 'POST',
      target: `${fillPath(actionsPath, { ...context.settings, sessionId: userId })}?version=${version}`,
      headers: [
        ['Authorization', `Bearer ${token}`],
        ['Content-Type', 'application/json'],
      ],
      body: bytesOf(JSON.stringify({ sendMessages: contents.flatMap(writeTemplates) })),
      timeLimit,
    },
    end: 'app',
    userId,
    messages: contents.map((content) => ({ author: 'agent', content })),
    findings: actedIf('user.wrong-token', context),
    after: 0,
    purpose: 'say',
    detail: {},
  };
};

const refusalOf = (request: RawRequest, body: Json | undefined, context: PlatformContext) => {
  const { accessToken } = chatlayerSettings(context.settings);
  const verdict = judgeBearer(request, accessToken, body, facts.actions);
  const acted = (['accept.401', 'accept.429', 'accept.500'] as const).find((id) => context.defects.has(id));
  if (acted !== undefined) {
    const status = Number(acted.slice('accept.'.length));
    return { verdict, status, findings: actedIf(acted, context) };
  }
  if (verdict.state !== 'refused') return { verdict, status: null, findings: [] };
  const finding = findingAbout(
    facts.actions,
    'error',
    'chatlayer.credential.refused',
    `${verdict.because} The platform end answers 401 and does not say why. ${verdict.fix ?? ''}`.trim(),
    'header authorization',
  );
  return { verdict, status: 401, findings: [finding] };
};

const words: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

const bodyFindings = (value: Json | undefined, problem: string): readonly Finding[] => {
  if (value === undefined) return [unusable('json', problem, '')];
  if (!isJsonObject(value) || !Array.isArray(value['sendMessages']))
    return [unusable('send-messages', 'sendMessages is missing, or not an array.', '/sendMessages', facts.templates)];
  return objectsAt(value, 'sendMessages')
    .filter((each) => !templateNames.some((name) => isJsonObject(each[name])))
    .map((each) =>
      findingAbout(
        facts.templates,
        'warning',
        'chatlayer.actions.template',
        `There is no template named ${(Object.keys(each)[0] ?? 'nothing').slice(0, 60)}: the names are ${templateNames.join(', ')}.`,
        'body /sendMessages',
      ),
    );
};

const versionFindings = (request: RawRequest, { settings }: PlatformContext): readonly Finding[] => {
  const asked = queryOf(request.target).get('version');
  const { version } = chatlayerSettings(settings);
  if (asked === version) return [];
  const said = asked === null ? 'There is no version in the query' : `The query asks for version ${asked.slice(0, 20)}`;
  return [
    findingAbout(
      facts.actions,
      'warning',
      'chatlayer.actions.version',
      `${said}: this channel is ${version}. It is taken all the same.`,
      'query version',
    ),
  ];
};

const notHandedOver = findingAbout(
  facts.agentDesk,
  'info',
  'chatlayer.actions.not-handed-over',
  'This conversation was not handed over: agent and bot both speak in it.',
);

/** Platform end: an agent speaks to the user of a conversation. */
export const readActions = (request: RawRequest, context: PlatformContext): Reading => {
  const { value, oddities } = readJsonBody(request);
  const userId = matchPath(actionsPath, pathOf(request.target))?.['sessionId'] ?? null;
  const { verdict, status, findings } = refusalOf(request, value, context);
  const contents = isJsonObject(value) ? objectsAt(value, 'sendMessages').map(readTemplate) : [];
  const odd = bodyFindings(value, oddities.at(-1)?.sentence ?? '');
  const shown = {
    userId,
    messages: contents.map((content) => ({ author: 'agent' as const, content })),
    verdict,
  };
  const reply = (response: RawResponse, more: readonly Finding[]): Reading => ({
    ...shown,
    findings: [...findings, ...odd, ...more],
    next: { kind: 'reply', reply: response, thenSend: [] },
  });
  if (status !== null) return reply(jsonResponse(status, { message: words[status] }), []);
  const { isExceeded, headers } = countRequest(context);
  const limited = (response: RawResponse): RawResponse => ({ ...response, headers: [...response.headers, ...headers] });
  if (isExceeded) return reply(limited(jsonResponse(429, { message: words[429] })), []);
  if (odd.some((each) => each.severity === 'error'))
    return reply(limited(jsonResponse(400, { message: 'Bad Request' })), []);
  return reply(limited(jsonResponse(200, {})), [
    ...versionFindings(request, context),
    ...(userId === null || isHandedOver('platform', userId, context) ? [] : [notHandedOver]),
  ]);
};
