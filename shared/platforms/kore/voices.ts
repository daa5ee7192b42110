import type { Voice } from '#shared/platforms/voice.ts';
import { koreSettings } from './settings.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** Who can speak: the user always, and the bot by itself where the channel posts its messages. */
export const koreVoices = (settings: JsonObject): readonly Voice[] => {
  const { version, mode } = koreSettings(settings);
  const user: Voice = {
    name: 'user',
    end: 'app',
    summary: 'Posts the message to the bot’s webhook address.',
    gestures: version === 'v2' ? [start, close] : [],
    sendsMedia: true,
  };
  return mode === 'async' ? [user, bot] : [user];
};

const start = {
  id: 'start',
  title: 'Connect',
  summary: 'Sends the event ON_CONNECT, which the bot answers with its welcome.',
};

const close = {
  id: 'close',
  title: 'Close the session',
  summary: 'Sends the event SESSION_CLOSURE: the next message begins a new session.',
};

const bot: Voice = {
  name: 'bot',
  end: 'platform',
  summary: 'Posts a message to the POST URL that nobody asked for.',
  gestures: [],
  sendsMedia: true,
};
