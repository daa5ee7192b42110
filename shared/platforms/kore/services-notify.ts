import { jsonResponse, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { isoTime } from '#shared/text/iso-time.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { callbacksOf } from './callbacks.ts';
import { errorReply } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { koreUuid } from './ids.ts';
import { readNotification } from './notification.ts';
import { readBody } from './read-body.ts';
import { unusable, withTrust, type Served, type Service } from './services-reading.ts';
import { noteHistory } from './services-web-sdk.ts';
import { koreSettings } from './settings.ts';

const emailKey = (email: string): string => `platform/email/${email.trim().toLowerCase()}`;

/** Platform end: a user gave an e-mail address in `from.userInfo`, so that a notification to it finds them. */
export const noteEmail = (
  body: Json | undefined,
  userId: string,
  { memory }: Pick<PlatformContext, 'memory'>,
): void => {
  const from = isJsonObject(body) ? body['from'] : undefined;
  const userInfo = isJsonObject(from) ? from['userInfo'] : undefined;
  const email = isJsonObject(userInfo) ? userInfo['email'] : undefined;
  if (typeof email === 'string' && email.trim() !== '') memory.set(emailKey(email), userId);
};

const userOf = (email: string, { memory }: PlatformContext): string => {
  const known = memory.get(emailKey(email));
  return typeof known === 'string' ? known : email.trim();
};

const jobRecord = (identitiesCount: number, { settings, stamp }: PlatformContext): JsonObject => {
  const time = isoTime(stamp.now);
  return {
    _id: `ds-${koreUuid(stamp.id())}`,
    streamId: koreSettings(settings).botId,
    jobType: 'PROACTIVE_NOTIFICATIONS_API',
    action: 'PROACTIVE_NOTIFICATIONS',
    status: 'IN_PROGRESS',
    statusLogs: [],
    percentageComplete: 0,
    store: { identitiesCount },
    createdBy: `u-${koreUuid(stamp.id())}`,
    lMod: time,
    countOfDockStatuses: 1,
    createdOn: time,
    requestedTime: time,
    __v: 0,
  };
};

/** Why this channel takes no notification at all, or null. */
const whyNot = ({ settings }: PlatformContext): string | null => {
  const { version, mode, proactive } = koreSettings(settings);
  if (mode !== 'async' || version !== 'v2')
    return 'A webhook takes notifications only in the asynchronous mode on V2: change version and mode in the settings.';
  return proactive ? null : 'Proactive notifications are off: switch them on in the settings.';
};

const notify = (request: RawRequest, context: PlatformContext): Served => {
  const problem = whyNot(context);
  if (problem !== null) return unusable('notify.mode', facts.notifyMode, problem, 'settings');
  const { value, findings } = readBody(request);
  if (value === undefined) return { reply: errorReply(400), findings };
  const reading = readNotification(value);
  if (!reading.ok) return unusable('notify.body', reading.fact, reading.problem, reading.at);
  const reply = jsonResponse(200, jobRecord(reading.notices.length, context));
  if (reading.isScript)
    return {
      reply,
      findings: [
        ...findings,
        findingOf(
          'warning',
          'notify.script',
          facts.notifyScript,
          'The message is a script of the bot, which Hookbench does not run: nothing is posted. Send a text or a template.',
          'body',
        ),
      ],
    };
  const thenSend = reading.notices.flatMap(({ email, contents }) => {
    const userId = userOf(email, context);
    noteHistory(
      contents.map((content) => ({ author: 'bot', content })),
      userId,
      context,
    );
    return callbacksOf({ userId, version: 'v2', contents }, context);
  });
  return { reply, findings, thenSend };
};

/** Messages that nobody asked for: posted to the POST URL of an asynchronous V2 channel, one to each recipient. */
export const notifyServices: readonly Service[] = [
  {
    route: { method: 'POST', path: '/api/public/bot/{botId}/notifyV2' },
    read: (request, _values, context) => withTrust('auth', request, context, () => notify(request, context)),
  },
];
