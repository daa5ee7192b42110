import { defaultSettings, type Product, type Session } from '#shared/session/state.ts';
import { emptyShelf } from '#shared/shelf/shelf.ts';

/** A session in which nothing has happened, and nothing listens. */
export const emptySession = (product: Product): Session => ({
  product,
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
  shelf: emptyShelf,
  bursts: [],
  ruleHits: [],
  openedBundle: null,
});
