import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import { jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading } from '#shared/platforms/dispatch.ts';
import { plainText } from '#shared/exchange/message.ts';
import { parseJson, writeJson } from '#shared/text/parse-json.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { facts, findingOf } from './facts.ts';
import { readFields, type Fields } from './fields.ts';
import { snatchBotSettings } from './settings.ts';

/** Stands for the user where a request names none: what it says is shown all the same. */
export const unnamedUser = 'user-not-named';

const noCredential = unchecked('A WebHook carries no credential: anyone who knows the address can send this.');
const empty = (status: number): RawResponse => ({ status, reason: '', headers: [], body: new Uint8Array() });

/** App end: a notification arrived. Its data is decoded twice; what of it is odd is told, and nothing is refused. */
export const readNotification = async (request: RawRequest, context: PlatformContext): Promise<Reading> => {
  if (request.body.byteLength === 0)
    return {
      userId: null,
      messages: [],
      findings: [emptyRequest(request.method)],
      verdict: noCredential,
      next: { kind: 'reply', reply: empty(200), thenSend: [] },
    };
  const { fields, findings } = await readFields(request, 'webhook');
  const said = decodedTwice(fields);
  const userId = fields.get('user_id') || unnamedUser;
  return {
    userId,
    messages: said.content === null ? [] : [{ author: 'channel', content: said.content }],
    findings: [...findings, ...said.findings, ...oddities(fields)],
    verdict: noCredential,
    next: {
      kind: 'turn',
      turn: {
        userId,
        utterance: { kind: 'text', text: said.text },
        limit: snatchBotSettings(context.settings).timeLimit,
        asksBot: false,
        detail: { feature: 'webhook' },
      },
    },
  };
};

const emptyRequest = (method: string): Finding =>
  findingOf(
    'info',
    'webhook.empty',
    facts.verifyMethod,
    `A ${method.slice(0, 20)} without a body: taken as Verify, and answered with 200, which passes.`,
  );

type Decoded = { readonly content: Content | null; readonly text: string; readonly findings: readonly Finding[] };

/** `data` is text that holds JSON; where it is not, it is shown as it came. */
const decodedTwice = (fields: Fields): Decoded => {
  const data = fields.get('data');
  if (data === undefined) return { content: null, text: '', findings: [missingData] };
  const inner = parseJson(data);
  if (!inner.ok) return { content: textContent(data), text: data, findings: [notEncoded(data)] };
  if (typeof inner.value === 'string') return { content: textContent(inner.value), text: inner.value, findings: [] };
  const source = writeJson(inner.value);
  return { content: { kind: 'unknown', label: 'data', source }, text: data, findings: [notText(data)] };
};

const textContent = (text: string): Content => ({ kind: 'text', text });

const missingData = findingOf(
  'error',
  'webhook.data.missing',
  facts.notification,
  'There is no data, so there is no text to show. Raw view has what came.',
  'body /data',
);

const notEncoded = (data: string): Finding =>
  findingOf(
    'warning',
    'webhook.data.once',
    facts.doubleEncoded,
    `data is plain text, not JSON in a string. It came as: ${data.slice(0, 80)}`,
    'body /data',
  );

const notText = (data: string): Finding =>
  findingOf(
    'info',
    'webhook.data.not-text',
    facts.doubleEncoded,
    `data, decoded twice, is not a text. It came as: ${data.slice(0, 80)}`,
    'body /data',
  );

const isoForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const oddities = (fields: Fields): readonly Finding[] => {
  const time = fields.get('time') ?? '';
  return [
    ...(time.endsWith("'")
      ? [
          findingOf(
            'info',
            'webhook.time.quote',
            facts.strayQuote,
            'time ends in an apostrophe, as in the vendor’s sample: remove it before the time is parsed.',
            'body /time',
          ),
        ]
      : isoForm.test(time)
        ? []
        : [
            findingOf(
              'warning',
              'webhook.time',
              facts.time,
              'time is missing, or not ISO 8601 in UTC with milliseconds.',
              'body /time',
            ),
          ]),
    ...(fields.get('user_id')
      ? []
      : [
          findingOf(
            'info',
            'webhook.user',
            facts.webhookUserId,
            'Nothing says which user this belongs to: the sample has no user_id either.',
            'body',
          ),
        ]),
  ];
};

/** App end: the receiver’s answer to a notification: 200 and nothing, or what a reply rule wants. The chat never shows it. */
export const answerNotification = (answer: Answer | 'timed-out'): Delivery => {
  const { contents, shape } = answer === 'timed-out' ? { contents: [], shape: null } : answer;
  const status = shape?.status ?? 200;
  const words = contents.map(plainText).filter(Boolean);
  const base = words.length === 0 ? empty(status) : jsonResponse(status, { message: words.join('\n') });
  return {
    reply: { ...base, headers: [...base.headers, ...(shape?.headers ?? [])] },
    messages: [],
    findings:
      words.length === 0
        ? []
        : [
            findingOf(
              'warning',
              'webhook.reply-unused',
              facts.replyUnused,
              'The rule says something, but a WebHook never shows an answer in the chat. Use the JSON API interaction to answer.',
              'response body',
            ),
          ],
    thenSend: [],
  };
};
