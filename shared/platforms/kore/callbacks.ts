import { bytesOf } from '#shared/exchange/body.ts';
import type { Content } from '#shared/exchange/message.ts';
import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { defectActed } from '#shared/platforms/defect.ts';
import type { Dispatch, OutboundRequest, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { tokenLines } from './access-token.ts';
import { receiverPathOf, type Version } from './addresses.ts';
import { wrongAccessToken } from './defects.ts';
import { traceIdOf } from './ids.ts';
import { koreSettings } from './settings.ts';
import { isTaskEnd } from './task-end.ts';
import { addressesOf, fieldsOfV1, fieldsOfV2, sortAnswer } from './write-answer.ts';

/** What the platform end of an asynchronous channel answers at once. */
export const acknowledgement = (version: Version, { settings, stamp }: PlatformContext): RawResponse => {
  if (version === 'v2') return jsonResponse(200, { status: 'ok', _v: 'v2', traceId: traceIdOf(stamp.id()) });
  if (koreSettings(settings).ackBody === 'object') return jsonResponse(200, {});
  return { status: 200, reason: '', headers: [['Content-Length', '0']], body: new Uint8Array() };
};

/** Where the platform end posts to; null where nobody said. */
const postTarget = ({ settings, addresses }: PlatformContext): Pick<OutboundRequest, 'origin' | 'target'> | null => {
  const known = koreSettings(settings);
  if (addresses.otherEnd !== null) return { origin: addresses.otherEnd, target: receiverPathOf(known) };
  const [, origin = '', target = ''] = /^(https?:\/\/[^/]+)(.*)$/.exec(known.postUrl) ?? [];
  return origin === '' ? null : { origin, target: target || '/' };
};

/** Stands in the traffic for the address that a channel without a POST URL lacks (RFC 2606 §2). */
const nowhere = { origin: 'http://post-url.invalid', target: '/' };

const wrongToken = 'a-wrong-access-token-by-Hookbench';

type Callback = { readonly userId: string; readonly body: JsonObject; readonly messages: readonly SpokenMessage[] };

const callback = ({ userId, body, messages }: Callback, context: PlatformContext): Dispatch => {
  const settings = koreSettings(context.settings);
  const target = postTarget(context);
  const isWrong = context.defects.has(wrongAccessToken.id);
  return {
    request: {
      ...(target ?? nowhere),
      method: 'POST',
      headers: [
        ...tokenLines(isWrong ? wrongToken : settings.accessToken, settings),
        ['Content-Type', 'application/json'],
      ],
      body: bytesOf(JSON.stringify(body)),
      timeLimit: settings.timeLimit,
    },
    end: 'platform',
    userId,
    messages,
    findings: isWrong ? [defectActed(wrongAccessToken)] : [],
    after: settings.callbackInterval,
    ...(target ? {} : { withheld: 'This channel has no POST URL: set the address that takes the bot’s messages.' }),
    purpose: 'callback',
    detail: { attempt: 0 },
  };
};

/** One POST for each message of the bot in order, then one for the end of a task. */
export const callbacksOf = (
  {
    userId,
    version,
    contents,
  }: { readonly userId: string; readonly version: Version; readonly contents: readonly Content[] },
  context: PlatformContext,
): readonly Dispatch[] => {
  const { messages, ended } = sortAnswer(contents, context);
  const addresses = addressesOf(version, userId, context);
  const said = messages.map((content, index) =>
    callback(
      {
        userId,
        body:
          version === 'v1'
            ? { ...addresses, ...fieldsOfV1([content], context) }
            : {
                ...addresses,
                ...fieldsOfV2([content], context),
                _v: 'v2',
                ...flagOf(index === messages.length - 1, context),
              },
        messages: [{ author: 'bot', content }],
      },
      context,
    ),
  );
  const end = contents.findLast(isTaskEnd);
  if (!end) return said;
  const body = { ...addresses, ...(version === 'v2' ? { _v: 'v2' } : {}), ...ended };
  return [...said, callback({ userId, body, messages: [{ author: 'bot', content: end }] }, context)];
};

const flagOf = (isLast: boolean, { settings }: PlatformContext): JsonObject =>
  koreSettings(settings).messageFlags ? (isLast ? { endOfMessage: true } : { partialMessage: true }) : {};

/** The POST that answers SESSION_CLOSURE. */
export const closureCallback = (
  userId: string,
  item: JsonObject,
  event: SpokenMessage,
  context: PlatformContext,
): Dispatch => {
  const body = { ...addressesOf('v2', userId, context), data: [item], _v: 'v2', ...flagOf(true, context) };
  return callback({ userId, body, messages: [event] }, context);
};
