import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { Content } from '#shared/exchange/message.ts';
import { jsonResponse, pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Reading } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { fillPath, matchPath } from '#shared/platforms/route.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { judgeBearer } from './credential.ts';
import { actedIf } from './defects.ts';
import { facts } from './facts.ts';
import { gateOf, withHeaders } from './gate.ts';
import { isHandedOver } from './handover.ts';
import { unusable } from './leg-a.ts';
import { readTemplate, templateNames } from './offload-read.ts';
import { writeTemplates } from './offload-write.ts';
import { actionsPath, platformOrigin } from './paths.ts';
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
  const verdict = judgeBearer(request, chatlayerSettings(context.settings).accessToken, value, facts.actions);
  const gate = gateOf(verdict, context);
  const odd = bodyFindings(value, oddities.at(-1)?.sentence ?? '');
  const contents = isJsonObject(value) ? objectsAt(value, 'sendMessages').map(readTemplate) : [];
  const isUsable = odd.every((each) => each.severity !== 'error');
  const isTaken = gate.refusal === null && isUsable;
  const isUnexpected = isTaken && userId !== null && !isHandedOver('platform', userId, context);
  const reply = gate.refusal ?? (isUsable ? jsonResponse(200, {}) : jsonResponse(400, { message: 'Bad Request' }));
  return {
    userId,
    messages: contents.map((content) => ({ author: 'agent' as const, content })),
    findings: [
      ...gate.findings,
      ...odd,
      ...(isTaken ? versionFindings(request, context) : []),
      ...(isUnexpected ? [notHandedOver] : []),
    ],
    verdict,
    next: { kind: 'reply', reply: withHeaders(reply, gate.headers), thenSend: [] },
  };
};
