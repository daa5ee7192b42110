import { bytesOf } from '#shared/exchange/body.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, OutboundRequest } from '#shared/platforms/dispatch.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { mintToken } from './mint.ts';
import { koreSettings, type KoreSettings } from './settings.ts';
import type { V1Request } from './wire.ts';

export const firstInstancePath = '/chatbot/hooks/{botId}';
export const furtherInstancePath = '/chatbot/hooks/{botId}/hookInstance/{webhookInstanceId}';

type Said = Parameters<Platform['say']>[0];

/** What the channel sends for it. The payload of a press goes as plain text: concluded from what clients do, written nowhere. */
const textToSend = (utterance: Utterance): string => {
  switch (utterance.kind) {
    case 'text':
      return utterance.text;
    case 'press':
      return utterance.payload;
    case 'form':
    case 'media':
    case 'gesture':
      return plainText(contentOfUtterance(utterance));
    default:
      return assertNever(utterance);
  }
};

const isSessionNew = ({ newSession }: KoreSettings, isFirst: boolean): boolean => {
  switch (newSession) {
    case 'first':
      return isFirst;
    case 'always':
      return true;
    case 'never':
      return false;
    default:
      return assertNever(newSession);
  }
};

const bodyOf = ({ userId, utterance, isNewSession }: Said, settings: KoreSettings): V1Request => {
  const { firstName, lastName, email, customData } = settings;
  const isNamed = `${firstName}${lastName}${email}` !== '';
  return {
    session: { new: isSessionNew(settings, isNewSession) },
    message: { text: textToSend(utterance) },
    from: { id: userId, ...(isNamed ? { userInfo: { firstName, lastName, email } } : {}) },
    to: { id: settings.recipientId || settings.botId },
    ...(Object.keys(customData).length > 0 ? { customData } : {}),
  };
};

/** App end: the V1 request that carries what the user said, with a token minted for it. */
export const sayToPlatform = async (said: Said, context: PlatformContext): Promise<readonly Dispatch[]> => {
  const settings = koreSettings(context.settings);
  const path = settings.webhookInstanceId === '' ? firstInstancePath : furtherInstancePath;
  const request: OutboundRequest = {
    origin: context.addresses.otherEnd ?? settings.host.replace(/\/$/, ''),
    method: 'POST',
    target: fillPath(path, settings as JsonObject),
    headers: [
      ['Authorization', `bearer ${await mintToken(settings, context)}`],
      ['Content-Type', 'application/json'],
    ],
    body: bytesOf(JSON.stringify(bodyOf(said, settings))),
    timeLimit: settings.timeLimit,
  };
  return [
    {
      request,
      end: 'app',
      userId: said.userId,
      messages: [{ author: 'user', content: contentOfUtterance(said.utterance) }],
      findings: [],
      after: 0,
      purpose: 'say',
      detail: {},
    },
  ];
};
