import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { writeMultipart, writeUrlEncoded, type FormBody } from '#shared/exchange/form-body.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, OutboundRequest, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { appAddress, jsonApiPath, withQuery } from './address.ts';
import { readAnswer } from './answer.ts';
import { moduleOfPayload } from './cards.ts';
import { facts, findingOf } from './facts.ts';
import { wordsOf } from './offered.ts';
import type { Said } from './said.ts';
import { snatchBotSettings } from './settings.ts';

const moduleKey = (userId: string): string => `platform/module/${userId}`;
const sessionKey = (userId: string): string => `platform/session/${userId}`;
const lockedKey = (userId: string): string => `platform/locked/${userId}`;

/** The interaction that asks now: the one of the settings, until a module button led to another. */
const moduleAfter = (userId: string, utterance: Utterance, context: PlatformContext): string => {
  const { moduleId } = snatchBotSettings(context.settings);
  const key = moduleKey(userId);
  if (utterance.kind === 'gesture' && utterance.id === 'start') context.memory.forget(key);
  const pressed = utterance.kind === 'press' ? moduleOfPayload(utterance.payload) : null;
  if (pressed !== null) context.memory.set(key, pressed);
  const current = context.memory.get(key);
  return typeof current === 'string' ? current : moduleId;
};

const sessionOf = (userId: string, { memory, stamp }: PlatformContext): string => {
  const known = memory.get(sessionKey(userId));
  if (typeof known === 'string') return known;
  const fresh = stamp.id();
  memory.set(sessionKey(userId), fresh);
  return fresh;
};

/** The fields of a request, in the order in which the docs name them. */
const fieldsOf = (userId: string, utterance: Utterance, context: PlatformContext): FormBody['fields'] => {
  const { botId, chatChannel, sendSessionId, extraFields } = snatchBotSettings(context.settings);
  const isStart = utterance.kind === 'gesture';
  return [
    ['bot_id', botId],
    ['user_id', userId],
    ['module_id', moduleAfter(userId, utterance, context)],
    ['channel', chatChannel],
    ['incoming_message', isStart ? '' : wordsOf(utterance)],
    ...(sendSessionId ? [['session_id', sessionOf(userId, context)] as const] : []),
    ...Object.entries(extraFields).map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    ),
  ];
};

/** The request that asks the app, in the encoding of the channel. */
export const askingRequest = (fields: FormBody['fields'], context: PlatformContext): OutboundRequest => {
  const settings = snatchBotSettings(context.settings);
  const { origin, target } = appAddress(settings.apiUrl, jsonApiPath, context);
  const base = { origin, target, method: 'POST', timeLimit: settings.timeLimit };
  switch (settings.encoding) {
    case 'form':
      return {
        ...base,
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: bytesOf(writeUrlEncoded(fields)),
      };
    case 'multipart': {
      const boundary = `----HookbenchForm${context.stamp.id().replaceAll('-', '')}`;
      return {
        ...base,
        headers: [['Content-Type', `multipart/form-data; boundary=${boundary}`]],
        body: bytesOf(writeMultipart(fields, boundary)),
      };
    }
    case 'json':
      return {
        ...base,
        headers: [['Content-Type', 'application/json']],
        body: bytesOf(JSON.stringify(Object.fromEntries(fields))),
      };
    case 'get':
      return {
        ...base,
        method: 'GET',
        target: withQuery(target, writeUrlEncoded(fields)),
        headers: [],
        body: bytesOf(''),
      };
    default:
      return assertNever(settings.encoding);
  }
};

/** Platform end: the user's words reach the JSON API interaction, which asks the app. */
export const askApp = ({ userId, utterance }: Said, context: PlatformContext): readonly Dispatch[] => [
  {
    request: askingRequest(fieldsOf(userId, utterance, context), context),
    end: 'platform',
    userId,
    messages: [{ author: 'user', content: contentOfUtterance(utterance) }],
    findings: sayingFindings(userId, utterance, context),
    after: 0,
    purpose: 'ask',
    detail: {},
  },
];

const sayingFindings = (userId: string, utterance: Utterance, context: PlatformContext): readonly Finding[] => {
  const pressed = utterance.kind === 'press' ? moduleOfPayload(utterance.payload) : null;
  return [
    ...(pressed === null || /^\d+$/.test(pressed)
      ? []
      : [
          findingOf(
            'warning',
            'json-api.module',
            facts.moduleButton,
            `The button leads to interaction ${pressed.slice(0, 80)}, which is no number: a bot has no such interaction.`,
            'body /module_id',
          ),
        ]),
    ...(utterance.kind === 'text' && context.memory.get(lockedKey(userId)) === true
      ? [
          findingOf(
            'warning',
            'json-api.locked',
            facts.blockedInput,
            'The last answer locked typing (blocked_input): a real user could only press a card or a quick reply here.',
          ),
        ]
      : []),
  ];
};

const noCredential = unchecked('A JSON API request carries no credential: anyone who knows the address can send it.');

/** Platform end: what the chat shows for the app's answer: its bubbles, cards and quick replies, or the error response. */
export const readAppAnswer = ({ userId }: Dispatch, returned: Returned, context: PlatformContext): ReplyReading => {
  const { errorResponse } = snatchBotSettings(context.settings);
  const answer = readAnswer(returned);
  if (userId !== null) context.memory.set(lockedKey(userId), answer.locksTyping);
  const contents = answer.contents ?? [{ kind: 'text' as const, text: errorResponse }];
  return {
    messages: contents.map((content) => ({ author: content.kind === 'event' ? 'channel' : 'bot', content })),
    findings: answer.findings,
    verdict: noCredential,
    thenSend: [],
  };
};
