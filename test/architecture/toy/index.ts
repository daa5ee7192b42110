import { Type } from 'typebox';
import { textOf } from '#shared/exchange/body.ts';
import { contentOfUtterance, plainText, type QuickReply, type Utterance } from '#shared/exchange/message.ts';
import { headerValue, jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { unchecked, type Verdict } from '#shared/trust/verdict.ts';

// A vendor that nobody has heard of: the app posts { who, says } with a key, and the bot answers { words, choices } in the response.

const path = '/whistle/{roomId}';
const keyHeader = 'X-Whistle-Key';

const WhistleSettings = Type.Object({
  roomId: Type.String({ title: 'Whistle room', description: 'The end of the address.', minLength: 1, group: 'Room' }),
  key: Type.String({ title: 'Whistle key', description: 'Sent with each message.', secret: true, group: 'Room' }),
  host: Type.String({ title: 'Whistle address', default: 'http://127.0.0.1:5001', group: 'Room' }),
});

const facts = {
  key: { claim: 'The key is sent in X-Whistle-Key.', status: 'assumed', source: 'invented for a test' },
} as const satisfies Record<string, Fact>;

const objectIn = (body: Uint8Array): JsonObject => {
  const parsed = parseJson(textOf(body).text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
};
const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const quickReply = (title: string): QuickReply => ({ title, payload: title });

const messagesIn = ({ body }: RawResponse): readonly SpokenMessage[] => {
  const { words, choices } = objectIn(body);
  const replies = Array.isArray(choices) ? choices.map((each: Json) => quickReply(textIn(each))) : [];
  const text = textIn(words);
  const content =
    replies.length > 0 ? { kind: 'quick-replies' as const, text, replies } : { kind: 'text' as const, text };
  return text === '' ? [] : [{ author: 'bot', content }];
};

const wordsOf = (utterance: Utterance): string => plainText(contentOfUtterance(utterance));

const verdictOf = (given: string | undefined, { settings }: PlatformContext): Verdict => {
  const isRight = given === settings['key'];
  return {
    state: isRight ? 'trusted' : 'refused',
    because: isRight ? 'The key is that of the room.' : 'The key is not that of the room.',
    checks: [
      {
        id: 'whistle.key',
        title: 'Key',
        result: isRight ? 'pass' : 'fail',
        detail: isRight ? 'It is equal.' : 'It is another one.',
        status: facts.key.status,
        source: facts.key.source,
      },
    ],
    credential: { kind: 'text', at: `header ${keyHeader}` },
  };
};

const read = async (request: Parameters<Platform['read']>[1], context: PlatformContext): Promise<Reading> => {
  const verdict = verdictOf(headerValue(request.headers, keyHeader), context);
  const { who, says } = objectIn(request.body);
  const [userId, text] = [textIn(who), textIn(says)];
  if (verdict.state === 'refused')
    return {
      userId: null,
      messages: [],
      findings: [],
      verdict,
      next: { kind: 'reply', reply: jsonResponse(403, {}), thenSend: [] },
    };
  return {
    userId,
    messages: [{ author: 'user', content: { kind: 'text', text } }],
    findings: [],
    verdict,
    next: { kind: 'turn', turn: { userId, utterance: { kind: 'text', text }, limit: 10, asksBot: true, detail: {} } },
  };
};

/** A fifth platform, whole: what a new folder has to hold. */
export const whistle: Platform = {
  id: 'whistle',
  name: 'Whistle',
  summary: 'The app posts words, and the bot answers in the response.',
  settings: WhistleSettings,
  routes: { platform: [{ method: 'POST', path }], app: [] },
  demo: {
    name: 'Whistle demo',
    plays: { platform: true, app: true },
    settings: { roomId: 'room-1', key: 'not-a-real-whistle-key', host: 'http://127.0.0.1:5001' },
    botId: 'demo-bot',
  },
  modes: [
    {
      id: 'only',
      title: 'The only one',
      settings: {},
      as: 'user',
      steps: ['hi', { press: 'Balance' }, 'cards', 'thanks'],
    },
  ],
  userSits: () => 'app',
  newUserId: ({ id }) => `w-${id().slice(0, 8)}`,
  voices: () => [{ name: 'user', end: 'app', summary: 'Posts to the room.', gestures: [], sendsMedia: false }],
  say: async ({ userId, utterance }, { settings, addresses }) => [
    {
      request: {
        origin: addresses.otherEnd ?? textIn(settings['host']),
        method: 'POST',
        target: fillPath(path, settings),
        headers: [
          ['Content-Type', 'application/json'],
          [keyHeader, textIn(settings['key'])],
        ],
        body: new TextEncoder().encode(JSON.stringify({ who: userId, says: wordsOf(utterance) })),
        timeLimit: 10,
      },
      end: 'app',
      userId,
      messages: [{ author: 'user', content: contentOfUtterance(utterance) }],
      findings: [],
      after: 0,
      purpose: 'say',
      detail: {},
    },
  ],
  readReply: async (_dispatch, returned) => ({
    messages: returned.ok ? messagesIn(returned.response) : [],
    findings: [],
    verdict: unchecked('A response carries no key.'),
    thenSend: [],
  }),
  read: (_end, request, context) => read(request, context),
  trust: (_end, _request, { settings }) => ({
    kind: 'texts',
    credentials: [
      {
        name: 'key',
        spot: { in: 'header', name: keyHeader },
        expected: textIn(settings['key']),
        setting: 'key',
        isSecret: true,
      },
    ],
  }),
  deliver: async (_end, _turn, answer) => {
    const contents = answer === 'timed-out' ? [] : answer.contents;
    const choices = contents.flatMap((each) =>
      each.kind === 'quick-replies' ? each.replies.map(({ title }) => title) : [],
    );
    const words = contents.map((each) => (each.kind === 'quick-replies' ? each.text : plainText(each))).join('\n');
    return { reply: jsonResponse(200, { words, choices }), messages: [], findings: [], thenSend: [] };
  },
  lossOf: () => [],
  replySwitches: Type.Object({}),
  refuseUnknown: () => ({
    reply: jsonResponse(404, {}),
    finding: { severity: 'error', rule: 'whistle.room.unknown', summary: 'There is no such room.', at: 'path' },
  }),
  setup: () => [],
  diagnose: () => ({ calls: [], reachedAt: [], contradictions: [] }),
  condition: () => null,
  applyRemedy: () => undefined,
  defects: [
    {
      id: 'reply.garbled',
      title: 'Garbled reply',
      summary: 'The reply stops in the middle.',
      end: 'platform',
      ...facts.key,
      does: { kind: 'replying', how: 'garbled' },
    },
  ],
  facts,
  conformance: [
    {
      id: 'key',
      fact: facts.key,
      end: 'platform',
      test: async ({ send }) => {
        const body = new TextEncoder().encode('{"who":"w","says":"hi"}');
        const { status } = await send({
          method: 'POST',
          target: '/whistle/room-1',
          headers: [[keyHeader, 'no']],
          body,
        });
        return status === 403 ? null : `The status is ${String(status)}.`;
      },
    },
  ],
  examples: [],
};
