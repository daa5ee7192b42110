import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import { attempt, faultOf, type Bench } from './attempt.ts';
import { changeView, type BenchStore } from './store.ts';

const pageSize = 100;
let unsentKey = 0;

export const createConversationActions = ({ harness, store }: Bench) => ({
  selectConversation: (channelId: string, conversationId: string) => choose(store, channelId, conversationId),

  /** A new user: a new conversation, which is shown. */
  startConversation: (channelId: string) =>
    attempt(store, async () => {
      const { conversationId } = await harness.startConversation({ channelId });
      choose(store, channelId, conversationId);
    }),

  /** As the user. Without a conversation, one is started. What could not be sent stays on screen with the reason. */
  say: async (channelId: string, conversationId: string | null, utterance: Utterance): Promise<boolean> => {
    let target = conversationId;
    try {
      if (target === null) {
        target = (await harness.startConversation({ channelId })).conversationId;
        choose(store, channelId, target);
      }
      await harness.say({ conversationId: target, utterance });
      return true;
    } catch (error) {
      const refused = faultOf(error);
      if (target === null) changeView(store, { notice: refused });
      else noteUnsent(store, target, utterance, refused);
      return false;
    }
  },

  writeDraft: (place: string, text: string) =>
    changeView(store, ({ drafts }) => ({ drafts: { ...drafts, [place]: text } })),

  forgetUnsent: (key: number) =>
    changeView(store, ({ unsent }) => ({ unsent: unsent.filter((each) => each.key !== key) })),

  answerTurn: (exchangeId: number, texts: readonly string[]) =>
    attempt(store, () => harness.answerTurn({ exchangeId, texts: [...texts] })),

  readOlderMessages: (conversationId: string, before: string | undefined) =>
    attempt(store, async () => {
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
    }),
});

const choose = (store: BenchStore, channelId: string, conversationId: string): void =>
  changeView(store, ({ remembered }) => ({
    remembered: {
      ...remembered,
      channelId,
      conversations: { ...remembered.conversations, [channelId]: conversationId },
    },
  }));

const noteUnsent = (
  store: BenchStore,
  conversationId: string,
  utterance: Utterance,
  refused: ReturnType<typeof faultOf>,
): void => {
  unsentKey += 1;
  const text = plainText(contentOfUtterance(utterance));
  changeView(store, ({ unsent }) => ({
    unsent: [...unsent, { key: unsentKey, conversationId, text, fault: refused }],
  }));
};
