import { fault, HarnessError } from '#shared/contract/fault.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { writeUrlEncoded } from '#shared/exchange/form-body.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, OutboundRequest } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { apiChannelTarget, withQuery } from './address.ts';
import { facts, findingOf } from './facts.ts';
import { wordsOf } from './offered.ts';
import { lastSeenKey } from './read-channel.ts';
import type { Said } from './said.ts';
import { snatchBotSettings, type SnatchBotSettings } from './settings.ts';

export const pollGesture = {
  id: 'poll',
  title: 'Get messages',
  summary: 'GET: asks for the messages since the last one that was seen.',
};

const missing = (name: 'appId' | 'appSecret', title: string): HarnessError =>
  new HarnessError(
    fault('input.invalid', { problem: `This channel has no ${title}, so it has no address to call.` }, [
      { path: `/settings/${name}`, message: 'is missing' },
    ]),
  );

const base = (context: PlatformContext): SnatchBotSettings & Pick<OutboundRequest, 'origin' | 'target'> => {
  const settings = snatchBotSettings(context.settings);
  if (settings.appId === '') throw missing('appId', 'App ID');
  if (settings.appSecret === '') throw missing('appSecret', 'App secret');
  return {
    ...settings,
    origin: context.addresses.otherEnd ?? settings.host.replace(/\/$/, ''),
    target: apiChannelTarget(settings as unknown as JsonObject),
  };
};

const isStart = (utterance: Utterance): boolean => utterance.kind === 'gesture' && utterance.id === 'start';

const queryFor = (userId: string, messageId: string | null): string =>
  writeUrlEncoded([['user_id', userId], ...(messageId === null ? [] : [['message_id', messageId] as const])]);

/** App end, a client of the channel: posts what the user says; an empty message starts the chat again. */
export const sendToBot = ({ userId, utterance }: Said, context: PlatformContext): readonly Dispatch[] => {
  if (utterance.kind === 'gesture' && utterance.id === pollGesture.id) return [pollBot(userId, context, true)];
  const { origin, target, contentType, sendMessageId, timeLimit } = base(context);
  const message = isStart(utterance) ? '' : wordsOf(utterance);
  return [
    {
      request: {
        origin,
        method: 'POST',
        target: withQuery(target, queryFor(userId, sendMessageId ? '0' : null)),
        headers: contentType === 'none' ? [] : [['Content-Type', contentType]],
        body: bytesOf(JSON.stringify({ message })),
        timeLimit,
      },
      end: 'app',
      userId,
      messages: [{ author: 'user', content: contentOfUtterance(utterance) }],
      findings: sendingFindings(utterance),
      after: 0,
      purpose: 'send',
      detail: {},
    },
  ];
};

const sendingFindings = (utterance: Utterance): readonly Finding[] =>
  utterance.kind === 'press'
    ? [
        findingOf(
          'info',
          'channel.pressed',
          facts.tapped,
          'The press goes as the words on the button: this channel has no other form for it.',
          'body /message',
        ),
      ]
    : [];

/** App end: asks for the messages since the last one that was seen. */
export const pollBot = (userId: string, context: PlatformContext, isAsked: boolean): Dispatch => {
  const { origin, target, timeLimit } = base(context);
  const seen = context.memory.get(lastSeenKey(userId));
  return {
    request: {
      origin,
      method: 'GET',
      target: withQuery(target, queryFor(userId, typeof seen === 'string' ? seen : '0')),
      headers: [],
      body: bytesOf(''),
      timeLimit,
    },
    end: 'app',
    userId,
    messages: isAsked ? [{ author: 'user', content: { kind: 'event', name: pollGesture.title, detail: '' } }] : [],
    findings: [],
    after: 0,
    purpose: 'poll',
    detail: { isAsked },
  };
};
