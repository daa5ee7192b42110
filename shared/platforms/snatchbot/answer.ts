import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { Returned } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { readCards } from './cards.ts';
import { facts, findingOf } from './facts.ts';

/** What the chat makes of an answer; `contents` is null where it shows the error response instead. */
export type AnswerReading = {
  readonly contents: readonly Content[] | null;
  readonly locksTyping: boolean;
  readonly findings: readonly Finding[];
};

export const bubbleBreak = '\n::next::\n';

const failed = (rule: string, sentence: string, at: string, more: readonly Finding[] = []): AnswerReading => ({
  contents: null,
  locksTyping: false,
  findings: [
    findingOf('error', rule, facts.errorResponse, `${sentence} The chat shows the error response instead.`, at),
    ...more,
  ],
});

/** The answer of the app to a JSON API request, as the chat shows it. */
export const readAnswer = (returned: Returned): AnswerReading => {
  if (!returned.ok) {
    const isLate = returned.fault.code === 'target.timeout';
    return isLate
      ? {
          contents: null,
          locksTyping: false,
          findings: [
            findingOf(
              'error',
              'answer.late',
              facts.timeLimit,
              `${returned.fault.message} The chat shows the error response instead.`,
            ),
          ],
        }
      : failed('answer.lost', `No answer came. ${returned.fault.message}`, 'response');
  }
  const { response } = returned;
  if (response.status !== 200)
    return failed('answer.status', `The server answered ${response.status}, and only 200 counts.`, 'response status');
  const { value, oddities } = readJsonBody(response);
  const odd = oddities
    .filter(({ kind }) => kind !== 'empty' && kind !== 'not-json')
    .map(({ kind, sentence, at }) =>
      findingOf('info', `answer.${kind}`, facts.errorResponse, sentence, `response ${at}`),
    );
  if (value === undefined)
    return failed('answer.json', oddities.at(-1)?.sentence ?? 'The answer is not JSON.', 'response body', odd);
  if (!isJsonObject(value))
    return failed('answer.object', 'The answer is JSON, but not an object.', 'response body', odd);
  return readObject(value, odd);
};

const readObject = (answer: JsonObject, odd: readonly Finding[]): AnswerReading => {
  const { message } = answer;
  const bubbles = typeof message === 'string' ? message.split(bubbleBreak).filter((each) => each.trim() !== '') : [];
  if (typeof message !== 'string' || bubbles.length === 0) {
    const hasCards = Array.isArray(answer['cards']) && answer['cards'].length > 0;
    const what =
      message === undefined
        ? 'The answer has no message'
        : typeof message === 'string'
          ? 'message is empty'
          : 'message is not a text';
    return {
      contents: null,
      locksTyping: false,
      findings: [
        findingOf(
          'error',
          'answer.message',
          facts.messageRequired,
          `${what}${hasCards ? ', and cards alone do not count' : ''}. The chat shows the error response instead.`,
          'response body /message',
        ),
        ...odd,
      ],
    };
  }
  const cards = readCards(answer['cards'], 'response body /cards');
  const replies = readReplies(answer['suggested_replies'], 'response body /suggested_replies');
  const locksTyping = answer['blocked_input'] === true;
  return {
    contents: [
      ...withReplies(bubbles, replies.texts),
      ...cards.contents,
      ...(locksTyping
        ? [
            {
              kind: 'event' as const,
              name: 'Typing is locked',
              detail: 'Only cards and quick replies can be used (blocked_input).',
            },
          ]
        : []),
    ],
    locksTyping,
    findings: [...odd, ...breakFindings(message), ...replies.findings, ...cards.findings, ...lockFindings(answer)],
  };
};

/** The bubbles, the last one with the quick replies. */
export const withReplies = (bubbles: readonly string[], replies: readonly string[]): readonly Content[] => {
  const texts: readonly Content[] = bubbles.map((text) => ({ kind: 'text', text }));
  if (replies.length === 0) return texts;
  const last: Content = {
    kind: 'quick-replies',
    text: bubbles.at(-1) ?? '',
    replies: replies.map((each) => ({ title: each, payload: each })),
  };
  return [...texts.slice(0, -1), last];
};

/** A list of plain texts; anything else in it is told and left out. */
export const readReplies = (
  value: Json | undefined,
  at: string,
): { readonly texts: readonly string[]; readonly findings: readonly Finding[] } => {
  if (value === undefined || value === null) return { texts: [], findings: [] };
  const isList = Array.isArray(value);
  const texts = isList ? value.filter((each): each is string => typeof each === 'string' && each !== '') : [];
  const isAllText = isList && texts.length === value.length;
  return {
    texts,
    findings: isAllText
      ? []
      : [
          findingOf(
            'warning',
            'answer.replies',
            facts.suggestedReplies,
            'Quick replies are a list of plain texts; what is none is left out.',
            at,
          ),
        ],
  };
};

const breakFindings = (message: string): readonly Finding[] =>
  message.replaceAll(bubbleBreak, '').includes('::next::')
    ? [
        findingOf(
          'warning',
          'answer.next',
          facts.next,
          '::next:: has to stand on a line of its own (\\n::next::\\n); here it is shown as text.',
          'response body /message',
        ),
      ]
    : [];

const lockFindings = (answer: JsonObject): readonly Finding[] =>
  answer['blocked_input'] === undefined || typeof answer['blocked_input'] === 'boolean'
    ? []
    : [
        findingOf(
          'warning',
          'answer.blocked',
          facts.blockedInput,
          'blocked_input is neither true nor false.',
          'response body /blocked_input',
        ),
      ];
