import { bytesOf } from '#shared/exchange/body.ts';
import { contentOfUtterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { messagePath, pollPath } from './addresses.ts';
import { mintToken } from './mint.ts';
import { koreSettings } from './settings.ts';
import { messageBody, type Said } from './write-message.ts';

/** Where the app end remembers who spoke last: a message that is posted may not say whose it is. */
export const lastSpeakerKey = 'app/last-speaker';

/** App end: the request that carries what the user said, with a token minted for it. */
export const sayToPlatform = async (said: Said, context: PlatformContext): Promise<readonly Dispatch[]> => {
  const settings = koreSettings(context.settings);
  context.memory.set(lastSpeakerKey, said.userId);
  return [
    {
      request: {
        origin: context.addresses.otherEnd ?? settings.host.replace(/\/$/, ''),
        method: 'POST',
        target: messagePath(settings.version, settings),
        headers: [
          ['Authorization', `bearer ${await mintToken(settings, context, said.userId)}`],
          ['Content-Type', 'application/json'],
        ],
        body: bytesOf(JSON.stringify(messageBody(said, context))),
        timeLimit: settings.timeLimit,
      },
      end: 'app',
      userId: said.userId,
      messages: [{ author: 'user', content: contentOfUtterance(said.utterance) }],
      findings: [],
      after: 0,
      purpose: 'say',
      detail: { polls: 0 },
    },
  ];
};

/** App end: the request that asks for the rest of an answer; `polls` counts those before it. */
export const pollForRest = async (
  pollId: string,
  { request, userId }: Pick<Dispatch, 'request' | 'userId'>,
  polls: number,
  context: PlatformContext,
): Promise<Dispatch> => {
  const settings = koreSettings(context.settings);
  return {
    request: {
      origin: request.origin,
      method: 'GET',
      target: pollPath(pollId, settings),
      headers: [['Authorization', `bearer ${await mintToken(settings, context, userId ?? undefined)}`]],
      body: new Uint8Array(),
      timeLimit: settings.timeLimit,
    },
    end: 'app',
    userId,
    messages: [],
    findings: [],
    after: settings.pollInterval,
    purpose: 'poll',
    detail: { polls: polls + 1 },
  };
};
