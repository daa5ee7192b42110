import { attempt, type Bench } from './attempt.ts';
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

  clearTraffic: () =>
    attempt(
      store,
      async () => {
        const { undoId } = await harness.clearTraffic({});
        changeView(store, { exchangeId: null, opened: null, opening: null, olderMessages: {} });
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
