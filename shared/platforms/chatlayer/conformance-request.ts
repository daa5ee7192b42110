import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { HeaderLines, RawResponse } from '#shared/exchange/raw-http.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { actionsPath, currentPath, deprecatedPath, receiverTarget } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { objectAt } from './wire.ts';

/** The user of the rows: long enough for the deprecated dialect. */
export const user = 'u-0123456789abcdef0123456789abcdef';

const json = ['Content-Type', 'application/json'] as const;

export const bearer = (probe: Probe): HeaderLines => [
  ['Authorization', `Bearer ${chatlayerSettings(probe.settings).accessToken}`],
];

const post = (probe: Probe, target: string, headers: HeaderLines, body: Json | string): Promise<RawResponse> =>
  probe.send({
    method: 'POST',
    target,
    headers: [...headers, json],
    body: bytesOf(typeof body === 'string' ? body : JSON.stringify(body)),
  });

/** A request to the current message address; a text as body is sent as it stands. */
export const postCurrent = (
  probe: Probe,
  body: Json | string,
  headers: HeaderLines = bearer(probe),
): Promise<RawResponse> => post(probe, fillPath(currentPath, probe.settings), headers, body);

/** What the user typed, in the current dialect. */
export const typeCurrent = (probe: Probe, text: string): Promise<RawResponse> =>
  postCurrent(probe, { conversationId: user, message: { textMessage: { text } } });

/** A request to the deprecated message address, with the verify token unless `body` has another one. */
export const postDeprecated = (probe: Probe, body: JsonObject): Promise<RawResponse> =>
  post(probe, fillPath(deprecatedPath, probe.settings), [], {
    text: 'hi',
    sender: { id: user },
    verifyToken: chatlayerSettings(probe.settings).verifyToken,
    ...body,
  });

export const postTo = post;

/** A message of the bot to our receiver, with the verify token unless `body` has another one. */
export const postToReceiver = (probe: Probe, body: JsonObject): Promise<RawResponse> =>
  post(probe, receiverTarget(probe.settings), [], {
    senderId: user,
    message: { text: 'Hello' },
    messageCounter: 1,
    verifyToken: chatlayerSettings(probe.settings).verifyToken,
    ...body,
  });

const withToken = (probe: Probe): string =>
  `${receiverTarget(probe.settings)}?challenge.verifyToken=${chatlayerSettings(probe.settings).verifyToken}`;

/** An event of the offloading webhook to our receiver. */
export const postEvent = (probe: Probe, event: string, more: JsonObject): Promise<RawResponse> =>
  post(probe, withToken(probe), [], {
    botId: 'b',
    version: 'LIVE',
    channel: 'web',
    sessionId: user,
    event,
    timestamp: '2026-01-01T00:00:00.000Z',
    ...more,
  });

/** The event that tells of a message of the user. */
export const userWrote = (probe: Probe, message: JsonObject): Promise<RawResponse> =>
  postEvent(probe, 'messages', { messages: [{ actor: 'user', message, timestamp: '2026-01-01T00:00:00.000Z' }] });

export const checkHealthAt = (probe: Probe, token?: string): Promise<RawResponse> =>
  probe.send({
    method: 'GET',
    target: token === undefined ? withToken(probe) : `${receiverTarget(probe.settings)}?challenge.verifyToken=${token}`,
    headers: [],
    body: new Uint8Array(),
  });

export const postActions = (probe: Probe, body: Json, headers: HeaderLines = bearer(probe)): Promise<RawResponse> =>
  post(probe, `${fillPath(actionsPath, { ...probe.settings, sessionId: user })}?version=LIVE`, headers, body);

/** The JSON of a message; null where it is none. */
export const jsonIn = ({ body }: { readonly body: Uint8Array }): Json => {
  const parsed = parseJson(textOf(body).text);
  return parsed.ok ? parsed.value : null;
};

/** The body of the next request that the examined end sends; an empty object where none comes. */
export const nextBody = async (probe: Probe): Promise<JsonObject> => {
  const request = await probe.nextReceived();
  const body = request === null ? null : jsonIn(request);
  return isJsonObject(body) ? body : {};
};

/** The message object of the next POST of the bot. */
export const nextMessage = async (probe: Probe): Promise<JsonObject> => objectAt(await nextBody(probe), 'message');

/** What the bot answers to what the user typed: its first message object. */
export const answerTo = async (probe: Probe, text: string): Promise<JsonObject> => {
  await typeCurrent(probe, text);
  return nextMessage(probe);
};

export const typed = (text: string): Utterance => ({ kind: 'text', text });

/** Null where both are the same JSON (what is missing counts as null), else a sentence. */
export const same = (what: string, actual: Json | undefined, wanted: Json): string | null =>
  JSON.stringify(actual ?? null) === JSON.stringify(wanted)
    ? null
    : `${what} should be ${JSON.stringify(wanted)}, but is ${JSON.stringify(actual ?? null).slice(0, 300)}.`;

/** The first thing that does not hold. */
export const firstOf = (...problems: readonly (string | null)[]): string | null =>
  problems.find((each) => each !== null) ?? null;

/** A row that examines this end. */
export const rowAt =
  (end: End) =>
  (
    id: string,
    fact: Fact,
    test: ConformanceRow['test'],
    more: Pick<ConformanceRow, 'settings' | 'defects' | 'isRemote'> = {},
  ): ConformanceRow => ({ id, fact, end, ...more, test });

/** Only sends, and needs no setting of ours: it can be run against a foreign endpoint. */
export const remote = { isRemote: true } as const;
