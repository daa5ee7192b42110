import type { BodyPart } from '#shared/exchange/exchange.ts';
import { attempt, faultOf, type Bench } from './attempt.ts';
import { exchangeNow } from './selectors.ts';
import { changeView, type BenchStore, type View } from './store.ts';
import { offerUndo } from './undo.ts';

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

  clearTraffic: () =>
    attempt(
      store,
      async () => {
        const { undoId } = await harness.clearTraffic({});
        changeView(store, { exchangeId: null, opened: null, olderMessages: {} });
        const bringBack = () => harness.undo({ undoId });
        offerUndo(store, ({ status }) => status.trafficCleared, { from: 'traffic', bringBack });
      },
      ({ status }) => status.clearing,
    ),
});

/** The conversation that an exchange belongs to comes on screen with it, so that its bubbles can light up. */
const withItsConversation = (store: BenchStore, view: View, exchangeId: number | null): View['remembered'] => {
  const exchange = exchangeNow(store.getState(), exchangeId);
  if (!exchange || exchange.conversationId === null || exchange.channelId === null) return view.remembered;
  const { channelId, conversationId } = exchange;
  const conversations = { ...view.remembered.conversations, [channelId]: conversationId };
  return { ...view.remembered, channelId, conversations };
};
