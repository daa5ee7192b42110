import type { Gesture, Voice } from '#shared/platforms/voice.ts';

const start: Gesture = {
  id: 'start',
  title: 'Open a chat',
  summary: 'A new user chat opens: event push, type userChat.',
};
const close: Gesture = {
  id: 'close',
  title: 'Close the chat',
  summary: 'The user chat is closed. Channel Talk has no event for it, so the app is not told.',
};
const contact: Gesture = {
  id: 'user-contact',
  title: 'Change the contact',
  summary: 'The user gives another e-mail address: event upsert, type user.',
};
const subscription: Gesture = {
  id: 'user-subscription',
  title: 'Unsubscribe from e-mail',
  summary: 'The user wants no e-mail any more, or wants it again: event upsert, type user.',
};
const deleted: Gesture = { id: 'user-delete', title: 'Delete the user', summary: 'Event delete, type user.' };
const team: Gesture = {
  id: 'team-chat',
  title: 'Write in the team chat',
  summary: 'A manager writes in the team chat: event push, type message, chatType group.',
};

export const voices: readonly Voice[] = [
  {
    name: 'user',
    end: 'platform',
    summary: 'Writes in the user chat; Channel Talk posts the event to the webhook.',
    gestures: [start, contact, subscription, deleted],
    sendsMedia: true,
  },
  {
    name: 'agent',
    end: 'platform',
    summary: 'A manager writes in the user chat; Channel Talk posts the event to the webhook.',
    gestures: [team, close],
    sendsMedia: true,
  },
  {
    name: 'bot',
    end: 'app',
    summary: 'Posts a message to the user chat through the Open API.',
    gestures: [],
    sendsMedia: true,
  },
];
