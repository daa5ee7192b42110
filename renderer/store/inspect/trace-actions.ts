import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { Message } from '#shared/exchange/message.ts';
import { traceName } from '#shared/exchange/trace.ts';
import { attempt, type Bench } from '../attempt.ts';
import { readOlder } from '../older-messages.ts';
import { messagesOf } from '../selectors.ts';
import { changeView, type BenchState } from '../store.ts';
import type { ReadTrace } from './trace.ts';

/** A longer trace is looked at in the traffic. */
const mostRows = 200;
/** Pages of a conversation that are gone through to find a message. */
const mostPages = 50;

export const createTraceActions = ({ harness, store }: Bench) => ({
  /** Reads what belongs together with the exchange that is shown. Where that fails, what happened lately is shown alone. */
  readTrace: async (traceId: number): Promise<void> => {
    const trace = await readTrace(harness, traceId).catch(() => null);
    if (trace) changeView(store, { trace });
  },

  /** Brings a message on screen and lights up all that its exchange carried. Older ones are read until it is there. */
  showMessage: ({ id, channelId, conversationId, exchangeId }: Message): Promise<boolean> => {
    changeView(store, ({ remembered }) => ({
      exchangeId,
      spotlight: id,
      remembered: {
        ...remembered,
        channelId,
        pane: 'conversation',
        isTrafficWide: false,
        conversations: { ...remembered.conversations, [channelId]: conversationId },
      },
    }));
    return attempt(store, async () => {
      for (let page = 0; page < mostPages; page += 1) {
        const known = knownMessages(store.getState(), conversationId);
        if (known.some((each) => each.id === id)) return;
        if (!(await readOlder({ harness, store }, conversationId, known[0]?.id))) return;
      }
    });
  },

  /** The message was gone to: it is not gone to again. */
  endSpotlight: (): void => changeView(store, { spotlight: null }),
});

const readTrace = async (harness: Bench['harness'], traceId: number): Promise<ReadTrace> => {
  const lines = await linesOf(harness, traceId);
  const exchangeIds = lines.flatMap(({ exchange, twin }) => (twin ? [exchange.id, twin.id] : [exchange.id]));
  const { messages } = await harness.readMessages({ exchangeIds });
  return { traceId, lines, messages };
};

const linesOf = async (harness: Bench['harness'], traceId: number): Promise<readonly TrafficLine[]> => {
  const query = `trace:${traceName(traceId)}`;
  const ids: number[] = [];
  let before: number | null | undefined;
  // A trace begins with the exchange that it is named after: nothing older belongs to it.
  while (before !== null && (before === undefined || before > traceId) && ids.length < mostRows) {
    const page = await harness.listRows({ query, ...(before === undefined ? {} : { before }) });
    ids.push(...page.ids);
    before = page.nextBefore;
  }
  return (await harness.readRows({ ids: ids.slice(-mostRows) })).lines;
};

const knownMessages = ({ session, view }: BenchState, conversationId: string): readonly Message[] =>
  messagesOf(session?.messages ?? [], view.olderMessages[conversationId], conversationId);
