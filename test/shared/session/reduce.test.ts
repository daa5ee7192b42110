import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { SessionEvent } from '#shared/session/events.ts';
import { reduce } from '#shared/session/reduce.ts';
import { sessionWindow } from '#shared/session/state.ts';
import { emptySession } from '#test/empty-session.ts';

const exchange = (id: number, outcome: ExchangeSummary['outcome'] = { state: 'pending' }): ExchangeSummary => ({
  id,
  openedAt: id,
  direction: 'inbound',
  channelId: null,
  end: null,
  conversationId: null,
  method: 'POST',
  origin: '',
  target: '/',
  remote: '127.0.0.1:1',
  twinId: null,
  traceId: id,
  replayOf: null,
  outcome,
  duration: null,
  requestBytes: 0,
  responseBytes: null,
  verdict: 'unchecked',
  note: '',
  defect: '',
  rule: '',
  findingCounts: { error: 0, warning: 0, info: 0 },
});

const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((id): SessionEvent => ({ type: 'exchange-opened', exchange: exchange(id) })),
  fc.integer({ min: 1, max: 30 }).map((id): SessionEvent => ({
    type: 'exchange-closed',
    exchange: exchange(id, { state: 'answered', status: 200 }),
  })),
  fc
    .record({ upTo: fc.integer({ min: 0, max: 30 }), exchangeCount: fc.nat(30) })
    .map((removed): SessionEvent => ({ type: 'exchanges-removed', ...removed })),
  fc.uniqueArray(fc.integer({ min: 1, max: 30 })).map((ids): SessionEvent => ({
    type: 'exchanges-restored',
    exchanges: ids.toSorted((one, other) => one - other).map((id) => exchange(id, { state: 'aborted' })),
    messages: [],
    marks: [],
    restoredCount: ids.length,
  })),
  fc.integer({ min: 1, max: 5 }).map((exchangeId): SessionEvent => ({
    type: 'turn-opened',
    turn: { exchangeId, channelId: 'c', conversationId: 'c/u', since: 0, until: 15_000 },
  })),
  fc.integer({ min: 1, max: 5 }).map((exchangeId): SessionEvent => ({ type: 'turn-closed', exchangeId })),
  fc.constantFrom('Rule 1', 'fallback').map((rule): SessionEvent => ({
    type: 'rules-hit',
    hits: [{ channelId: 'c', botId: null, rule, count: 2 }],
  })),
);

test('however events are batched, the session is the same', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.nat(60), (events, cut) => {
      const oneByOne = events.reduce((session, event) => reduce(session, [event]), emptySession);
      expect(reduce(emptySession, events)).toEqual(oneByOne);
      expect(reduce(reduce(emptySession, events.slice(0, cut)), events.slice(cut))).toEqual(oneByOne);
    }),
  );
});

test('the session before is left as it was', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
      const before = structuredClone(emptySession);
      reduce(emptySession, events);
      expect(emptySession).toEqual(before);
    }),
  );
});

test('only the newest exchanges stay in the session, and all are counted', () => {
  const many = Array.from({ length: sessionWindow + 5 }, (_, index): SessionEvent => ({
    type: 'exchange-opened',
    exchange: exchange(index + 1),
  }));
  const { exchanges, exchangeCount } = reduce(emptySession, many);
  expect(exchanges.length).toBe(sessionWindow);
  expect(exchanges[0]?.id).toBe(6);
  expect(exchangeCount).toBe(sessionWindow + 5);
});

test('an exchange that closes takes the place of its pending row', () => {
  const opened: SessionEvent[] = [1, 2, 3].map((id) => ({ type: 'exchange-opened', exchange: exchange(id) }));
  const closed = exchange(2, { state: 'answered', status: 401 });
  const { exchanges } = reduce(reduce(emptySession, opened), [{ type: 'exchange-closed', exchange: closed }]);
  expect(exchanges.map((each) => each.outcome.state)).toEqual(['pending', 'answered', 'pending']);
});

test('exchanges that are restored stand between those that are there, which are told by what is newer', () => {
  const opened = [2, 4].map((id): SessionEvent => ({ type: 'exchange-opened', exchange: exchange(id) }));
  const restored = [1, 2, 3].map((id) => exchange(id, { state: 'aborted' }));
  const event: SessionEvent = {
    type: 'exchanges-restored',
    exchanges: restored,
    messages: [],
    marks: [],
    restoredCount: 2,
  };
  const { exchanges, exchangeCount } = reduce(emptySession, [...opened, event]);
  expect(exchanges.map(({ id, outcome }) => [id, outcome.state])).toEqual([
    [1, 'aborted'],
    [2, 'pending'],
    [3, 'aborted'],
    [4, 'pending'],
  ]);
  expect(exchangeCount).toBe(4);
});

test('an exchange that is told of late stands where its number puts it', () => {
  const opened = [1, 3, 2].map((id): SessionEvent => ({ type: 'exchange-opened', exchange: exchange(id) }));
  expect(reduce(emptySession, opened).exchanges.map((each) => each.id)).toEqual([1, 2, 3]);
});
