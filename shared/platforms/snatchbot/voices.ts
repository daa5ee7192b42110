import type { Gesture, Voice } from '#shared/platforms/voice.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { pollGesture } from './api-channel-app.ts';
import { snatchBotSettings } from './settings.ts';
import { verifyGesture } from './verify.ts';

const start: Gesture = { id: 'start', title: 'Start the chat', summary: 'Starts the chat from the beginning.' };

/** Who can speak, by feature: in a WebHook or JSON API channel the chat is at SnatchBot, in an API channel at the app. */
export const voicesOf = (settings: JsonObject): readonly Voice[] => {
  const { feature } = snatchBotSettings(settings);
  switch (feature) {
    case 'webhook':
      return [
        {
          name: 'user',
          end: 'platform',
          summary: 'Writes in SnatchBot’s chat: your WebHook is told of it, and of what the bot answers.',
          gestures: [verifyGesture],
          sendsMedia: true,
        },
        {
          name: 'bot',
          end: 'platform',
          summary: 'The bot says something in SnatchBot’s chat: your WebHook is told of it.',
          gestures: [],
          sendsMedia: false,
        },
      ];
    case 'json-api':
      return [
        {
          name: 'user',
          end: 'platform',
          summary: 'Writes in SnatchBot’s chat: the JSON API interaction asks your server, and shows what it answers.',
          gestures: [{ ...start, summary: 'Enters the interaction without a message.' }, verifyGesture],
          sendsMedia: false,
        },
      ];
    case 'api-channel':
      return [
        {
          name: 'user',
          end: 'app',
          summary: 'Your program posts the message to the API channel, and the bot answers in the response.',
          gestures: [{ ...start, summary: 'Posts an empty message: the chat starts again.' }, pollGesture],
          sendsMedia: false,
        },
      ];
    default:
      return assertNever(feature);
  }
};
