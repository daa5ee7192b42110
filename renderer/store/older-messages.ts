import type { Bench } from './attempt.ts';
import { changeView } from './store.ts';

const pageSize = 100;

/** Reads the messages of a conversation before this one and puts them in front of those that are known; true when there are more. */
export const readOlder = async (
  { harness, store }: Bench,
  conversationId: string,
  before: string | undefined,
): Promise<boolean> => {
  const page = await harness.listMessages({
    conversationId,
    limit: pageSize,
    ...(before === undefined ? {} : { before }),
  });
  changeView(store, ({ olderMessages }) => ({
    olderMessages: {
      ...olderMessages,
      [conversationId]: {
        messages: [...page.messages.toReversed(), ...(olderMessages[conversationId]?.messages ?? [])],
        hasMore: page.hasMore,
      },
    },
  }));
  return page.hasMore;
};
