import type { BodyPart } from '#shared/exchange/exchange.ts';
import { attempt, faultOf, type Bench } from './attempt.ts';
import { findExchange } from './selectors.ts';
import { changeView, noPages, type BenchStore, type Pages, type View } from './store.ts';
import { offerUndo } from './undo.ts';

const pageSize = 200;

export const createTrafficActions = ({ harness, store }: Bench) => ({
  /** Shows an exchange; of two twins the received one first, because that is the one with the verdict. */
  selectExchange: (exchangeId: number | null, side: 'inbound' | 'outbound' = 'inbound') =>
    changeView(store, (view) => ({ exchangeId, side, remembered: withItsConversation(store, view, exchangeId) })),

  /** Shows an exchange and goes to the inspector, where only one part of the screen is drawn at a time. */
  inspectExchange: (exchangeId: number) =>
    changeView(store, (view) => ({
      exchangeId,
      side: 'inbound',
      remembered: { ...withItsConversation(store, view, exchangeId), pane: 'inspector' },
    })),

  showSide: (side: 'inbound' | 'outbound') => changeView(store, { side }),

  /** Reads the exchange that is shown; what comes late for another one is dropped. */
  readExchange: async (id: number): Promise<void> => {
    changeView(store, ({ opened }) => ({
      opened: {
        id,
        state: 'reading',
        exchange: opened?.id === id && opened.state !== 'failed' ? opened.exchange : null,
      },
    }));
    const opened = await harness.readExchange({ id }).then(
      (exchange) => ({ id, state: 'read', exchange }) as const,
      (error: unknown) => ({ id, state: 'failed', fault: faultOf(error) }) as const,
    );
    changeView(store, (view) => (view.opened?.id === id ? { opened } : {}));
  },

  /** A slice of a body as bytes. */
  readBody: async (id: number, part: BodyPart, from: number, length: number) => {
    const { base64, total } = await harness.readBody({ id, part, from, length });
    return { bytes: Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0), total };
  },

  typeSearch: (search: string) => changeView(store, { search }),

  /** Asks the store for the exchanges that hold these words; without words, all are listed again. */
  search: async (typed: string): Promise<void> => {
    const matching = typed.trim();
    const { found } = store.getState().view;
    if (matching === (found?.matching ?? '')) return;
    changeView(store, { found: matching === '' ? null : { ...noPages, matching, isReading: true } });
    if (matching !== '') await readFound(harness, store, matching);
  },

  /** The next page of what is listed: of the search where there is one, of all exchanges otherwise. */
  readOlderExchanges: async (before: number | undefined): Promise<void> => {
    const { found, older } = store.getState().view;
    if (found) {
      if (!found.hasMore || found.isReading) return;
      changeView(store, { found: { ...found, isReading: true } });
      await readFound(harness, store, found.matching, before);
      return;
    }
    if (!older.hasMore || older.isReading) return;
    changeView(store, { older: { ...older, isReading: true } });
    await attempt(store, async () => {
      const page = await harness.listExchanges({ limit: pageSize, ...(before === undefined ? {} : { before }) });
      changeView(store, (view) => ({ older: appended(view.older, page) }));
    });
    changeView(store, (view) => ({ older: { ...view.older, isReading: false } }));
  },

  clearTraffic: () =>
    attempt(store, async () => {
      const { undoId } = await harness.clearTraffic({});
      changeView(store, { exchangeId: null, opened: null, older: noPages, olderMessages: {}, found: null, search: '' });
      const bringBack = () => harness.undo({ undoId });
      offerUndo(store, ({ status }) => status.trafficCleared, { from: 'traffic', bringBack });
    }),
});

/** The conversation that an exchange belongs to comes on screen with it, so that its bubbles can light up. */
const withItsConversation = (store: BenchStore, view: View, exchangeId: number | null): View['remembered'] => {
  const { session } = store.getState();
  const exchange = findExchange(
    exchangeId,
    session?.exchanges ?? [],
    view.older.exchanges,
    view.found?.exchanges ?? [],
  );
  if (!exchange || exchange.conversationId === null || exchange.channelId === null) return view.remembered;
  const { channelId, conversationId } = exchange;
  const conversations = { ...view.remembered.conversations, [channelId]: conversationId };
  return { ...view.remembered, channelId, conversations };
};

const appended = (pages: Pages, page: Pick<Pages, 'exchanges' | 'hasMore'>): Pages => ({
  exchanges: [...pages.exchanges, ...page.exchanges],
  hasMore: page.hasMore,
  isReading: false,
});

/** Drops an answer to a search that is no longer the one on screen. */
const readFound = async (harness: Bench['harness'], store: BenchStore, matching: string, before?: number) => {
  const isStill = () => store.getState().view.found?.matching === matching;
  const ok = await attempt(store, async () => {
    const page = await harness.listExchanges({
      limit: pageSize,
      matching,
      ...(before === undefined ? {} : { before }),
    });
    if (isStill()) changeView(store, ({ found }) => (found ? { found: { ...appended(found, page), matching } } : {}));
  });
  if (!ok && isStill())
    changeView(store, ({ found }) => (found ? { found: { ...found, isReading: false, hasMore: false } } : {}));
};
