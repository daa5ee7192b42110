import { bytesOf, textOf } from '#shared/exchange/body.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import { jsonResponse, type HeaderLines, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { messagePath, receiverPathOf, type Version } from './addresses.ts';
import { mintToken } from './mint.ts';
import { koreSettings } from './settings.ts';

type Over = Pick<ConformanceRow, 'settings' | 'defects' | 'isRemote'>;
type RowMaker = (id: string, fact: Fact, test: ConformanceRow['test'], over?: Over) => ConformanceRow;

/** Rows of one end; `group` begins their ids, and `always` are settings of all of them. */
export const rowsOf =
  (group: string, end: ConformanceRow['end'], always: JsonObject = {}): RowMaker =>
  (id, fact, test, { settings, ...over } = {}) => ({
    id: `${group}.${id}`,
    fact,
    end,
    settings: { ...always, ...settings },
    test,
    ...over,
  });

/** Runs also against an endpoint that is not ours. */
export const remote: Over = { isRemote: true };

export const typed = (text: string): Utterance => ({ kind: 'text', text });

/** Null when both are the same as JSON, else a sentence. */
export const same = (what: string, actual: unknown, wanted: unknown): string | null => {
  const [came, expected] = [JSON.stringify(actual), JSON.stringify(wanted)];
  return came === expected ? null : `${what} is ${came ?? 'nothing'} instead of ${expected ?? 'nothing'}.`;
};

/** Null when the value is a text of this form, else a sentence. */
export const like = (what: string, actual: Json | undefined, form: RegExp): string | null =>
  typeof actual === 'string' && form.test(actual)
    ? null
    : `${what} is ${JSON.stringify(actual) ?? 'nothing'}, which has not the form ${String(form)}.`;

/** The first complaint, or null. */
export const firstOf = (...complaints: readonly (string | null)[]): string | null =>
  complaints.find((each) => each !== null) ?? null;

/** What stands at a path of names and places in a JSON value. */
export const at = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>((inner, step) => {
    if (typeof step === 'number') return Array.isArray(inner) ? (inner as readonly Json[])[step] : undefined;
    return isJsonObject(inner) ? inner[step] : undefined;
  }, value);

export const lengthOf = (value: Json | undefined): number => (Array.isArray(value) ? value.length : -1);

/** The body as an object; an empty one where it is none, so that a comparison fails with what came. */
export const objectOf = ({ body }: Pick<RawRequest, 'body'>): JsonObject => {
  const parsed = parseJson(textOf(body).text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
};

export type Answered = {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly json: JsonObject;
  readonly text: string;
};

const answered = (response: RawResponse): Answered => ({
  status: response.status,
  headers: response.headers,
  json: objectOf(response),
  text: textOf(response.body).text,
});

const authorization = async (probe: Probe): Promise<HeaderLines> => [
  ['Authorization', `bearer ${await mintToken(koreSettings(probe.settings), probe)}`],
];

/** Sends a body as a user's message, with a good token unless other headers are given. */
export const post = async (
  probe: Probe,
  version: Version,
  body: JsonObject | string | Uint8Array,
  over: { readonly headers?: HeaderLines; readonly settings?: JsonObject } = {},
): Promise<Answered> =>
  answered(
    await probe.send({
      method: 'POST',
      target: messagePath(version, koreSettings({ ...probe.settings, ...over.settings })),
      headers: over.headers ?? [...(await authorization(probe)), ['Content-Type', 'application/json']],
      body: body instanceof Uint8Array ? body : bytesOf(typeof body === 'string' ? body : JSON.stringify(body)),
    }),
  );

export const user = 'u-probe';

/** A body of a version that says this text; what is given besides goes over it. */
export const bodyOf = (version: Version, text: string, over: JsonObject = {}): JsonObject => ({
  session: { new: false },
  message: version === 'v1' ? { text } : { type: 'text', val: text },
  from: { id: user },
  ...over,
});

/** The user says a text, with good credentials. */
export const say = (probe: Probe, version: Version, text: string): Promise<Answered> =>
  post(probe, version, bodyOf(version, text));

/** Sends a V2 body whose message is this. */
export const sendV2 = (probe: Probe, message: JsonObject): Promise<Answered> =>
  post(probe, 'v2', bodyOf('v2', '', { message }));

/** Asks for the rest of an answer. */
export const poll = async (probe: Probe, pollId: Json | undefined, below = ''): Promise<Answered> => {
  const { botId } = koreSettings(probe.settings);
  return answered(
    await probe.send({
      method: 'GET',
      target: `/chatbot/v2/webhook/${botId}${below}/poll/${typeof pollId === 'string' ? pollId : 'none'}`,
      headers: await authorization(probe),
      body: new Uint8Array(),
    }),
  );
};

export type Received = { readonly request: RawRequest; readonly json: JsonObject };

/** Everything that the examined end sends until it has nothing left to send. */
export const allReceived = async (probe: Probe): Promise<readonly Received[]> => {
  const found: Received[] = [];
  for (let request = await probe.nextReceived(); request; request = await probe.nextReceived())
    found.push({ request, json: objectOf(request) });
  return found;
};

/** The app end speaks, and the probe answers with these bodies: all that the app end sends. */
export const appSays = async (
  probe: Probe,
  utterance: Utterance,
  ...answers: readonly JsonObject[]
): Promise<readonly Received[]> => {
  probe.answerNext(...answers.map((each) => jsonResponse(200, each)));
  await probe.say('user', utterance, user);
  return allReceived(probe);
};

/** Posts a message of the bot to the receiver of the app end; `token` null: without one. */
export const postToApp = async (probe: Probe, body: JsonObject | string, headers?: HeaderLines): Promise<Answered> => {
  const settings = koreSettings(probe.settings);
  return answered(
    await probe.send({
      method: 'POST',
      target: receiverPathOf(settings),
      headers: headers ?? [
        ['Authorization', `Bearer ${settings.accessToken}`],
        ['Content-Type', 'application/json'],
      ],
      body: bytesOf(typeof body === 'string' ? body : JSON.stringify(body)),
    }),
  );
};
