import type { Finding } from '#shared/exchange/finding.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';
import { readMessage, readPoll, replied } from './api-channel-message.ts';
import { asksForLeave, forBrowsers, preflightReply } from './browsers.ts';
import { facts, findingOf } from './facts.ts';
import { judgePath } from './path-verdict.ts';
import { snatchBotSettings, type SnatchBotSettings } from './settings.ts';

/** Platform end: a program sends a message to the bot, or asks for messages. */
export const readClient = (request: RawRequest, context: PlatformContext): Reading => {
  const settings = snatchBotSettings(context.settings);
  const reading = judgeAndRead(request, settings, context);
  return reading.next.kind === 'reply'
    ? { ...reading, next: { ...reading.next, reply: forBrowsers(reading.next.reply, settings) } }
    : reading;
};

const preflight: Reading = {
  userId: null,
  messages: [],
  findings: [
    findingOf('info', 'preflight', facts.browsers, 'A browser asks whether the page may call the channel: it may.'),
  ],
  verdict: unchecked('A browser asks for leave before it sends anything: there is nothing to check yet.'),
  next: { kind: 'reply', reply: preflightReply, thenSend: [] },
};

const judgeAndRead = (request: RawRequest, settings: SnatchBotSettings, context: PlatformContext): Reading => {
  if (settings.feature !== 'api-channel') return replied(otherFeature, 403);
  if (asksForLeave(request, settings)) return preflight;
  const verdict = judgePath(request, settings);
  const query = queryOf(request.target);
  const userId = query.get('user_id') || null;
  if (verdict.state === 'refused') return replied({ userId, findings: [refusedFinding(verdict)], verdict }, 403);
  if (request.method !== 'GET' && request.method !== 'POST')
    return replied({ userId, findings: [methodFinding(request.method)], verdict }, 405);
  if (userId === null) return replied({ userId, findings: [noUser], verdict }, 400);
  return request.method === 'GET'
    ? readPoll(userId, query, verdict, context)
    : readMessage(request, userId, verdict, context);
};

const otherFeature: Pick<Reading, 'userId' | 'findings' | 'verdict'> = {
  userId: null,
  findings: [
    findingOf(
      'error',
      'feature',
      facts.path,
      'This is the address of the API channel, but this channel is set to another feature. WebHook and JSON API never call SnatchBot: set the feature to API channel.',
      'path',
    ),
  ],
  verdict: unchecked('This channel is not an API channel, so it has no credential to compare.'),
};

const refusedFinding = ({ because, fix }: Verdict): Finding =>
  findingOf(
    'error',
    'path.refused',
    facts.refusal,
    `${because} The answer is 403 and does not say why. ${fix ?? ''}`.trim(),
    'path',
  );

const methodFinding = (method: string): Finding =>
  findingOf(
    'error',
    'method',
    facts.method,
    `${method.slice(0, 20)} means nothing here: POST sends a message, GET asks for messages.`,
    'method',
  );

const noUser = findingOf(
  'error',
  'user',
  facts.userId,
  'user_id is missing in the query: any value works, but there has to be one.',
  'query user_id',
);
