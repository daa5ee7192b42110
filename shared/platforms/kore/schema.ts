import type { TSchema } from 'typebox';
import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { matchRoute } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { placeOf } from './addresses.ts';
import { callbackV1, callbackV2, jobRecord, replyV1, replyV2 } from './schema-answer.ts';
import { messageV1, messageV2, notification } from './schema-message.ts';
import { notifyServices } from './services-notify.ts';
import { koreSettings } from './settings.ts';

type Asked = Parameters<NonNullable<Platform['bodySchema']>>;

const atPlatform = (part: BodyPart, request: Asked[2]): TSchema | null => {
  const place = placeOf(request.target);
  if (place) {
    if (place.pollId !== null) return part === 'response' ? replyV2 : null;
    if (part === 'request') return place.version === 'v1' ? messageV1 : messageV2;
    return place.version === 'v1' ? replyV1 : replyV2;
  }
  const isNotified = notifyServices.some(({ route }) => matchRoute(route, request) !== null);
  return isNotified ? (part === 'request' ? notification : jobRecord) : null;
};

/** The JSON of the conversation in both versions, of what is posted to the app, and of notifications. What an app answers, nobody reads. */
export const bodySchema: NonNullable<Platform['bodySchema']> = (part, end, request, settings) => {
  switch (end) {
    case 'platform':
      return atPlatform(part, request);
    case 'app':
      if (part === 'response') return null;
      return koreSettings(settings).version === 'v1' ? callbackV1 : callbackV2;
    default:
      return assertNever(end);
  }
};
