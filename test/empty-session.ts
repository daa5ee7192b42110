import { emptyShelf } from '#shared/shelf/shelf.ts';
import { defaultSettings, type Session } from '#shared/session/state.ts';

/** A session in which nothing has happened yet. */
export const emptySession: Session = {
  product: { version: '0.0.0', shell: 'served', secretsKept: 'file', dataFolder: '/nowhere' },
  settings: defaultSettings,
  listening: { state: 'off' },
  store: { state: 'keeping' },
  channels: [],
  conversations: [],
  messages: [],
  exchanges: [],
  exchangeCount: 0,
  marks: [],
  turns: [],
  ruleHits: [],
  shelf: emptyShelf,
  bursts: [],
};
