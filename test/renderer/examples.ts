import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import { defaultSettings, type Session } from '#shared/session/state.ts';

/** An exchange that was received, answered and trusted; `change` says what is different. */
export const exchangeOf = (id: number, change: Partial<ExchangeSummary> = {}): ExchangeSummary => ({
  id,
  openedAt: 1_750_000_000_000 + id,
  direction: 'inbound',
  channelId: 'c1',
  end: 'platform',
  conversationId: 'c1/u1',
  method: 'POST',
  origin: '',
  target: '/hook',
  remote: '127.0.0.1:50000',
  twinId: null,
  outcome: { state: 'answered', status: 200 },
  duration: 12,
  requestBytes: 10,
  responseBytes: 20,
  verdict: 'trusted',
  note: '',
  findingCounts: { error: 0, warning: 0, info: 0 },
  ...change,
});

export const messageOf = (id: string, at: number, change: Partial<Message> = {}): Message => ({
  id,
  channelId: 'c1',
  conversationId: 'c1/u1',
  exchangeId: 1,
  at,
  author: 'user',
  content: { kind: 'text', text: id },
  ...change,
});

export const sessionOf = (change: Partial<Session> = {}): Session => ({
  product: { version: '0.0.0', shell: 'served', secretsKept: 'file', dataFolder: 'nowhere' },
  settings: defaultSettings,
  listening: { state: 'off' },
  store: { state: 'keeping' },
  channels: [],
  conversations: [],
  messages: [],
  exchanges: [],
  exchangeCount: 0,
  turns: [],
  ...change,
});
