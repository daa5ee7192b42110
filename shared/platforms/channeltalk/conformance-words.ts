import { bytesOf } from '#shared/exchange/body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { HeaderLines, RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { objectIn, textIn } from './wire.ts';

type Over = Pick<ConformanceRow, 'settings' | 'defects' | 'isRemote'>;
type RowMaker = (id: string, fact: Fact, test: ConformanceRow['test'], over?: Over) => ConformanceRow;

/** Rows of one end; `group` begins their ids. */
export const rowsOf =
  (group: string, end: ConformanceRow['end']): RowMaker =>
  (id, fact, test, over = {}) => ({ id: `${group}.${id}`, fact, end, test, ...over });

export const typed = (text: string): Utterance => ({ kind: 'text', text });
export const gesture = (id: string): Utterance => ({ kind: 'gesture', id, title: id });

/** The body as an object; an empty one where it is none, so that a comparison fails with what came. */
export const objectOf = (sent: Pick<RawRequest, 'headers' | 'body'>): JsonObject => {
  const { value } = readJsonBody(sent);
  return isJsonObject(value) ? value : {};
};

/** What stands at a path of names in a JSON value. */
export const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((inner, name) => objectIn(inner)[name], value);

/** Null when both are the same as JSON, else a sentence. */
export const same = (what: string, actual: unknown, wanted: unknown): string | null => {
  const [came, expected] = [JSON.stringify(actual), JSON.stringify(wanted)];
  return came === expected ? null : `${what} is ${came ?? 'nothing'} instead of ${expected ?? 'nothing'}.`;
};

/** The first complaint, or null. */
export const firstOf = (...complaints: readonly (string | null)[]): string | null =>
  complaints.find((each) => each !== null) ?? null;

/** An event as the app gets it. */
export type Received = { readonly request: RawRequest; readonly body: JsonObject };

/** Everything that the platform end sends until it has nothing left to send. */
export const allReceived = async (probe: Probe): Promise<readonly Received[]> => {
  const found: Received[] = [];
  for (let request = await probe.nextReceived(); request; request = await probe.nextReceived())
    found.push({ request, body: objectOf(request) });
  return found;
};

/** The user opens a chat; its event is taken. Throws where none comes: what follows would prove nothing. */
export const openChat = async (probe: Probe): Promise<string> => {
  await probe.say('user', gesture('start'));
  const events = await allReceived(probe);
  const chatId = textIn(at(events[0]?.body, 'entity', 'id'));
  if (chatId === '') throw new RangeError('No event came of a chat that opened.');
  return chatId;
};

/** In an open chat somebody says or does something: the events of it, each answered with the next of the replies. */
export const eventsOf = async (
  probe: Probe,
  as: VoiceName,
  utterance: Utterance,
  ...replies: readonly RawResponse[]
): Promise<readonly Received[]> => {
  await openChat(probe);
  probe.answerNext(...replies);
  await probe.say(as, utterance);
  return allReceived(probe);
};

export const response = (status: number, body = '', headers: HeaderLines = []): RawResponse => ({
  status,
  reason: '',
  headers,
  body: bytesOf(body),
});

/** A response to an event that is a quick-reply: with the header unless others are given. */
export const quickReply = (
  body: Json = { blocks: [{ type: 'text', value: 'Good day' }] },
  headers: HeaderLines = [['x-quick-reply', 'true']],
): RawResponse => response(200, JSON.stringify(body), [['Content-Type', 'application/json'], ...headers]);

/** The platform’s answer to a call of the Open API, with its body as an object. */
export const call = async (
  { send, settings }: Probe,
  method: string,
  path: string,
  body?: JsonObject,
  headers?: HeaderLines,
): Promise<{ readonly status: number; readonly headers: HeaderLines; readonly json: JsonObject }> => {
  const keys = headers ?? [
    ['x-access-key', textIn(settings['accessKey'])],
    ['x-access-secret', textIn(settings['accessSecret'])],
  ];
  const answer = await send({
    method,
    target: path.startsWith('/open/') ? path : `/open/v5${path}`,
    headers: [...keys, ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const])],
    body: bytesOf(body === undefined ? '' : JSON.stringify(body)),
  });
  return { status: answer.status, headers: answer.headers, json: objectOf(answer) };
};

export const textBlocks = (value: string): JsonObject => ({ blocks: [{ type: 'text', value }] });

/** An event of a user’s message as Channel Talk sends it, with what is given over its entity. */
export const userMessage = (entity: JsonObject = {}): JsonObject => ({
  event: 'push',
  type: 'message',
  entity: {
    chatKey: 'userChat-5f0c2d8a9b7e6c1d2f3a4b5c',
    id: '5f0c2d8a9b7e6c1d2f3a4b01',
    channelId: '10001',
    chatType: 'userChat',
    chatId: '5f0c2d8a9b7e6c1d2f3a4b5c',
    personType: 'user',
    personId: '5f0c2d8a9b7e6c1d2f3a4b02',
    createdAt: 1_767_225_600_000,
    blocks: [{ type: 'text', value: 'hi' }],
    plainText: 'hi',
    ...entity,
  },
  refers: { user: { id: '5f0c2d8a9b7e6c1d2f3a4b02', name: 'Robin Example' } },
});

/** Sends an event to the app end; `token` null: without one. */
export const post = async (probe: Probe, event: JsonObject, token?: string | null): Promise<RawResponse> => {
  const sent = token === undefined ? textIn(probe.settings['token']) : token;
  return probe.send({
    method: 'POST',
    target: `/receive/channeltalk/${textIn(probe.settings['receiverId'])}${sent === null ? '' : `?token=${sent}`}`,
    headers: [['Content-Type', 'application/json']],
    body: bytesOf(JSON.stringify(event)),
  });
};
