import type { Channel } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';
import { emptySession } from '#test/empty-session.ts';

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
  traceId: id,
  replayOf: null,
  outcome: { state: 'answered', status: 200 },
  duration: 12,
  requestBytes: 10,
  responseBytes: 20,
  verdict: 'trusted',
  note: '',
  defect: '',
  rule: '',
  findingCounts: { error: 0, warning: 0, info: 0 },
  ...change,
});

/** A channel of a platform that does not exist, both ends ours; `change` says what is different. */
export const channelOf = (change: Partial<Channel> = {}): Channel => ({
  id: 'c1',
  name: 'Acme demo',
  platformId: 'acme',
  plays: { platform: true, app: true },
  settings: {},
  secretsSet: [],
  environments: [{ id: 'default', name: 'Default' }],
  environmentId: 'default',
  botId: 'demo-bot',
  defects: [],
  replyRules: [],
  condition: null,
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

export const sessionOf = (change: Partial<Session> = {}): Session => ({ ...emptySession, ...change });
