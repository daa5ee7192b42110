import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { errorReply } from './errors.ts';
import { facts } from './facts.ts';
import { koreUuid } from './ids.ts';
import { readBody } from './read-body.ts';
import { ok, unusable, withTrust, type Served, type Service } from './services-reading.ts';
import { koreSettings } from './settings.ts';

const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The intent whose words or phrase the input holds, the longest of several; null where none fits. */
const intentOf = (input: string, intents: Readonly<Record<string, unknown>>): string | null =>
  Object.entries(intents)
    .filter(([phrase]) => words(phrase).trim() !== '' && words(input).includes(words(phrase)))
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([, name]) => (typeof name === 'string' ? name : null))[0] ?? null;

type Asked = { readonly input: string; readonly streamName: string; readonly language: string };

const resultOf = (
  intent: string | null,
  { input, streamName, language }: Asked,
  context: PlatformContext,
): JsonObject => {
  const { botId } = koreSettings(context.settings);
  const taskId = `dg-${koreUuid(context.stamp.id())}`;
  const found =
    intent === null
      ? { debugTitle: 'No intent was found', result: 'failintent' }
      : {
          debugTitle: `Intent Match Successful: '${intent}'`,
          result: 'successintent',
          task: intent,
          taskId,
          intentStatus: 'published',
          subType: 'dialog',
          identifiedVia: 'cs em',
        };
  const winning =
    intent === null ? [] : [{ intent, taskId, activityType: 'dialog', state: 'published', score: input.length }];
  return {
    request: { input, streamName },
    response: {
      usedtime: 0,
      bot: streamName,
      botid: botId,
      input: [input],
      language,
      ...found,
      finalResolver: { winningIntent: winning, entities: [] },
    },
    streamId: botId,
    streamName,
  };
};

const findIntent = (request: RawRequest, context: PlatformContext): Served => {
  const { value, findings } = readBody(request);
  if (value === undefined) return { reply: errorReply(400), findings };
  if (!isJsonObject(value)) return unusable('intent.body', facts.findIntentInput, 'The body has to be a JSON object.');
  const { input, streamName } = value;
  if (typeof input !== 'string' || input.trim() === '')
    return unusable('intent.input', facts.findIntentInput, 'input has to be the words of the user.', 'body /input');
  if (typeof streamName !== 'string' || streamName === '')
    return unusable(
      'intent.stream',
      facts.findIntentInput,
      'streamName has to be the name of the bot.',
      'body /streamName',
    );
  const language = headerValue(request.headers, 'bot-language') ?? 'en';
  const intent = intentOf(input, koreSettings(context.settings).intents);
  return { ...ok(resultOf(intent, { input, streamName, language }, context)), findings };
};

/** Which intent the bot would see in a text, without saying it in a conversation. */
export const intentServices: readonly Service[] = [
  {
    route: { method: 'POST', path: '/api/v1.1/rest/bot/{botId}/findIntent' },
    read: (request, _values, context) => withTrust('auth', request, context, () => findIntent(request, context)),
  },
];
