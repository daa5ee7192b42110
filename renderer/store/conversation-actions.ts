import type { CommandInput } from '#shared/contract/harness.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import { attempt, faultOf, type Bench } from './attempt.ts';
import { readOlder } from './older-messages.ts';
import { changeView, type BenchStore, type Unsent } from './store.ts';
import { tellFault } from './told.ts';

let unsentKey = 0;

export const createConversationActions = ({ harness, store }: Bench) => {
  /** With a voice of the channel. Without a conversation, one is started. What could not be sent stays on screen with the reason. */
  const say = async (
    channelId: string,
    conversationId: string | null,
    utterance: Utterance,
    as: VoiceName = 'user',
  ): Promise<boolean> => {
    let target = conversationId;
    try {
      if (target === null) {
        target = (await harness.startConversation({ channelId })).conversationId;
        choose(store, channelId, target);
      }
      await harness.say({ conversationId: target, as, utterance: sayable(utterance) });
      return true;
    } catch (error) {
      const fault = faultOf(error);
      if (target === null) tellFault(store, fault);
      else noteUnsent(store, { conversationId: target, utterance, as, fault });
      return false;
    }
  };

  const forgetUnsent = (key: number): void =>
    changeView(store, ({ unsent }) => ({ unsent: unsent.filter((each) => each.key !== key) }));

  return {
    selectConversation: (channelId: string, conversationId: string) => choose(store, channelId, conversationId),

    /** A new user: a new conversation, which is shown. */
    startConversation: (channelId: string) =>
      attempt(store, async () => {
        const { conversationId } = await harness.startConversation({ channelId });
        choose(store, channelId, conversationId);
      }),

    /** The voice to speak with on a channel, from now on. */
    chooseVoice: (channelId: string, voice: VoiceName) =>
      changeView(store, ({ remembered }) => ({
        remembered: { ...remembered, voices: { ...remembered.voices, [channelId]: voice } },
      })),

    say,
    forgetUnsent,

    /** Says once more what could not be sent. */
    sayAgain: (channelId: string, { key, conversationId, utterance, as }: Unsent): Promise<boolean> => {
      forgetUnsent(key);
      return say(channelId, conversationId, utterance, as);
    },

    /** A form was filled in and sent: it is not sent twice. */
    keepForm: (messageId: string, values: Readonly<Record<string, string>>) =>
      changeView(store, ({ sentForms }) => ({ sentForms: { ...sentForms, [messageId]: values } })),

    writeDraft: (place: string, text: string) =>
      changeView(store, ({ drafts }) => ({ drafts: { ...drafts, [place]: text } })),

    answerTurn: (exchangeId: number, texts: readonly string[]) =>
      attempt(store, () => harness.answerTurn({ exchangeId, texts: [...texts] })),

    readOlderMessages: (conversationId: string, before: string | undefined) =>
      attempt(store, () => readOlder({ harness, store }, conversationId, before)),
  };
};

/** The same, as what the command takes: nothing in it is kept for ourselves. */
const sayable = (utterance: Utterance): CommandInput<'say'>['utterance'] =>
  utterance.kind === 'form' ? { ...utterance, values: { ...utterance.values } } : { ...utterance };

const choose = (store: BenchStore, channelId: string, conversationId: string): void =>
  changeView(store, ({ remembered }) => ({
    remembered: {
      ...remembered,
      channelId,
      conversations: { ...remembered.conversations, [channelId]: conversationId },
    },
  }));

const noteUnsent = (store: BenchStore, noted: Omit<Unsent, 'key'>): void => {
  unsentKey += 1;
  changeView(store, ({ unsent }) => ({ unsent: [...unsent, { key: unsentKey, ...noted }] }));
};
