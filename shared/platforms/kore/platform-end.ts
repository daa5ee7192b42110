import { textOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import { headerValue, jsonResponse, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Answer, Delivery, Reading, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { Json } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { judgeCredential } from './credential.ts';
import { errorReply } from './errors.ts';
import { facts, findingOf } from './facts.ts';
import { koreUuid } from './ids.ts';
import { koreSettings } from './settings.ts';
import { isTaskEnd, taskEndFields } from './task-end.ts';
import { readV1Request, type V1Reading } from './wire.ts';
import { writeContent } from './write-templates.ts';

/** Platform end: a user's message arrived on one of the V1 routes. The token is judged first, then the body, as the platform does. */
export const readUserMessage = async (request: RawRequest, context: PlatformContext): Promise<Reading> => {
  const verdict = await judgeCredential(request, context);
  const { reading, findings } = readBody(request, koreSettings(context.settings).botId);
  const said = { userId: reading?.userId ?? null, messages: messagesOf(reading), verdict };
  if (verdict.state === 'refused')
    return {
      ...said,
      findings: [refusal(verdict), ...findings],
      next: { kind: 'reply', reply: errorReply(401), thenSend: [] },
    };
  const userId = reading?.userId ?? null;
  const text = reading?.text ?? null;
  if (userId === null || text === null || findings.some((each) => each.severity === 'error'))
    return { ...said, findings, next: { kind: 'reply', reply: errorReply(400), thenSend: [] } };
  const limit = koreSettings(context.settings).syncLimit;
  return {
    ...said,
    findings,
    next: { kind: 'turn', turn: { userId, utterance: { kind: 'text', text }, limit, asksBot: true, detail: {} } },
  };
};

const refusal = ({ because, fix }: Verdict): Finding =>
  findingOf(
    'error',
    'token.refused',
    facts.invalidToken,
    `${because} The platform end answers 401 and, like the real one, does not say why. ${fix ?? ''}`.trim(),
    'header authorization',
  );

/** The message is shown also when it is refused: a person wants to see what was lost. */
const messagesOf = (reading: V1Reading | null): readonly SpokenMessage[] => {
  if (!reading || reading.userId === null) return [];
  const text: readonly Content[] = reading.text === null ? [] : [{ kind: 'text', text: reading.text }];
  return [...text, ...reading.attachments].map((content) => ({ author: 'user', content }));
};

const readBody = (
  { headers, body }: RawRequest,
  botId: string,
): { readonly reading: V1Reading | null; readonly findings: readonly Finding[] } => {
  const encoding = headerValue(headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity')
    return {
      reading: null,
      findings: [
        findingOf(
          'error',
          'body.encoding',
          facts.encoding,
          'The body is compressed, and Hookbench does not unpack requests to this channel yet: send it without Content-Encoding.',
          'header content-encoding',
        ),
      ],
    };
  const contentType = headerValue(headers, 'content-type');
  const { text, hasBom, problem } = textOf(body, contentType);
  const findings = [...typeFindings(contentType), ...encodingFindings(hasBom, problem)];
  const parsed = parseJson(text);
  if (!parsed.ok) return { reading: null, findings: [...findings, malformed(text, parsed.problem)] };
  const reading = readV1Request(parsed.value, botId);
  return { reading, findings: [...findings, ...reading.findings] };
};

const malformed = (text: string, problem: string): Finding =>
  findingOf(
    'error',
    'body.json',
    facts.invalidPayload,
    `${text.trim() === '' ? 'The body is empty.' : `The body is not JSON. ${problem}`} The platform end answers 400.`,
    'body',
  );

const typeFindings = (contentType: string | undefined): readonly Finding[] => {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return [];
  const summary = type ? 'Content-Type is not application/json' : 'There is no Content-Type';
  return [
    findingOf(
      'warning',
      'body.type',
      facts.contentType,
      `${summary}: send application/json. Hookbench reads the body all the same.`,
      'header content-type',
    ),
  ];
};

const encodingFindings = (hasBom: boolean, problem: string | undefined): readonly Finding[] => [
  ...(hasBom
    ? [
        findingOf(
          'warning',
          'body.bom',
          facts.encoding,
          'The body begins with a byte order mark, which JSON does not allow (RFC 8259 §8.1).',
          'body',
        ),
      ]
    : []),
  ...(problem === undefined ? [] : [findingOf('warning', 'body.charset', facts.encoding, problem, 'body')]),
];

/** Platform end: the bot's answer as the one reply of V1 sync. */
export const deliverAnswer = (answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  if (answer === 'timed-out') return { reply: errorReply(504), messages: [], findings: [], thenSend: [] };
  const messages = answer.contents.map((content) => ({ author: 'bot' as const, content }));
  return { reply: answerReply(answer.contents, context), messages, findings: [], thenSend: [] };
};

const answerReply = (answer: readonly Content[], { settings, stamp }: PlatformContext): RawResponse => {
  const { escapeTemplates } = koreSettings(settings);
  const texts: readonly Json[] = answer
    .filter((each) => !isTaskEnd(each))
    .map((each) => writeContent(each, escapeTemplates));
  const ended = answer.findLast(isTaskEnd);
  return jsonResponse(200, {
    text: texts.length === 1 ? texts[0] : texts,
    ...(ended ? taskEndFields(ended, `dg-${koreUuid(stamp.id())}`) : {}),
  });
};
