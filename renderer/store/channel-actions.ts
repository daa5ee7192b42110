import type { CommandInput } from '#shared/contract/harness.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { attempt, faultOf, type Bench } from './attempt.ts';
import { changeView, type BenchStore } from './store.ts';

export const createChannelActions = ({ harness, store }: Bench) => ({
  selectChannel: (channelId: string) => choose(store, channelId),

  /** Returns what is wrong with the input, for the form to show beside its fields. */
  addChannel: (channel: CommandInput<'addChannel'>): Promise<Fault | null> =>
    refusalOf(async () => {
      const { channelId } = await harness.addChannel(channel);
      choose(store, channelId);
      changeView(store, { dialog: null });
    }),

  changeChannel: (change: CommandInput<'changeChannel'>): Promise<Fault | null> =>
    refusalOf(async () => {
      await harness.changeChannel(change);
      changeView(store, { dialog: null });
    }),

  chooseBot: (channelId: string, botId: string) => attempt(store, () => harness.changeChannel({ channelId, botId })),

  removeChannel: (channelId: string) =>
    attempt(store, async () => {
      await harness.removeChannel({ channelId });
      changeView(store, { dialog: null });
    }),
});

const choose = (store: BenchStore, channelId: string): void =>
  changeView(store, ({ remembered }) => ({ remembered: { ...remembered, channelId } }));

const refusalOf = async (act: () => Promise<void>): Promise<Fault | null> => {
  try {
    await act();
    return null;
  } catch (error) {
    return faultOf(error);
  }
};
