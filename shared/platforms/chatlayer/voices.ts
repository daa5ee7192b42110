import type { Gesture, Voice } from '#shared/platforms/voice.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { checkHealth, handOver } from './offload-events.ts';
import type { ChatlayerSettings } from './settings.ts';

const start: Gesture = {
  id: 'start',
  title: 'Start the conversation',
  summary: 'Sends introMessage, which asks the bot for its welcome.',
};

const botVoice: Voice = {
  name: 'bot',
  end: 'platform',
  summary: 'Posts the message to the webhook URL of the app, as the bot would.',
  gestures: [],
  sendsMedia: true,
};

const offloadGestures: readonly Gesture[] = [
  { ...start, summary: 'Opens the chat in Chatlayer: the bot welcomes the user, and the app is told.' },
  { id: handOver, title: 'Hand over to an agent', summary: 'Sends the event offload with the transcript so far.' },
  {
    id: checkHealth,
    title: 'Save the webhook',
    summary: 'Asks the app’s address whether it is there, as Save does in Chatlayer.',
  },
];

/** Who speaks in each dialect, and what is sent for it. */
export const chatlayerVoices = ({ dialect }: ChatlayerSettings): readonly Voice[] => {
  switch (dialect) {
    case 'd1':
      return [
        {
          name: 'user',
          end: 'app',
          summary: 'Posts the message to /v1/channels/webhook with the access token.',
          gestures: [start],
          sendsMedia: false,
        },
        botVoice,
      ];
    case 'd0':
      return [
        {
          name: 'user',
          end: 'app',
          summary: 'Posts the text to /api/webhookMessage with the verify token in the body.',
          gestures: [],
          sendsMedia: false,
        },
        botVoice,
      ];
    case 'd2':
      return [
        {
          name: 'user',
          end: 'platform',
          summary: 'Writes in Chatlayer’s own chat; the app is told by an event.',
          gestures: offloadGestures,
          sendsMedia: true,
        },
        {
          name: 'agent',
          end: 'app',
          summary: 'Posts an action to the conversation, with the access token.',
          gestures: [],
          sendsMedia: true,
        },
        { ...botVoice, summary: 'Answers in Chatlayer’s own chat; the app is told by an event.' },
      ];
    default:
      return assertNever(dialect);
  }
};
