import type { CommandInput } from '#shared/contract/harness.ts';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { askFor, attempt, faultOf, refusalOf, type Bench } from './attempt.ts';
import { aged } from './checkups/checkup.ts';
import { showChannel } from './show-channel.ts';
import { changeView, type BenchStore, type ChannelPlace } from './store.ts';
import { tell } from './told.ts';
import { offerUndo } from './undo.ts';

export const createChannelActions = ({ harness, store }: Bench) => ({
  selectChannel: (channelId: string) => choose(store, channelId),

  /** Returns what is wrong with the input, for the form to show beside its fields. */
  addChannel: (channel: CommandInput<'addChannel'>): Promise<Fault | null> =>
    refusalOf(async () => {
      const { channelId } = await harness.addChannel(channel);
      choose(store, channelId);
      changeView(store, { dialog: null });
      tell(store, { says: ({ status }) => status.channelAdded(channel.name) });
    }),

  /** Shows a channel in the screen of the channels; without a part, the one that was looked at last. */
  showChannel: (place: ChannelPlace) => showChannel(store, place),

  /** Returns what is wrong with the change, for the form to show beside its fields. */
  saveChannel: (change: CommandInput<'changeChannel'>): Promise<Fault | null> =>
    refusalOf(async () => {
      await harness.changeChannel(change);
      ageCheckup(store, change.channelId);
      tell(store, { says: ({ status }) => status.saved });
    }),

  moveChannel: (channelId: string, to: number) => attempt(store, () => harness.moveChannel({ channelId, to })),

  chooseBot: (channelId: string, botId: string) => attempt(store, () => harness.changeChannel({ channelId, botId })),

  /** Switches defects at once: what is on is seen in the next exchange. */
  chooseDefects: (channelId: string, defects: readonly string[]) =>
    attempt(store, () => harness.changeChannel({ channelId, defects: [...defects] })),

  /** Returns what is wrong with the rules, for the form to show beside its fields. */
  saveReplyRules: (channelId: string, replyRules: readonly ReplyRule[]): Promise<Fault | null> =>
    refusalOf(async () => {
      await harness.changeChannel({ channelId, replyRules: [...replyRules] });
      changeView(store, { dialog: null });
    }),

  /** The checklist of a channel, its secrets masked; or why it cannot be read. */
  readSetup: (channelId: string): Promise<readonly SetupStep[] | Fault> =>
    harness.readSetup({ channelId }).then(({ steps }) => steps, faultOf),

  /** One value of the checklist as it is, to be copied; null where it could not be had, which is said. */
  revealSetup: (channelId: string, stepId: string): Promise<string | null> =>
    askFor(store, async () => (await harness.revealSetup({ channelId, stepId })).value),

  /** A secret as it is, for a person who looks at it: it goes to who asks and is kept nowhere here. */
  revealSecret: (channelId: string, field: string): Promise<string | null> =>
    askFor(store, async () => (await harness.revealSecret({ channelId, field })).value),

  /** Takes out of a setting what was pasted along; a secret is cleaned unseen. */
  cleanSetting: (channelId: string, field: string) =>
    attempt(store, async () => {
      await harness.cleanSetting({ channelId, field });
      ageCheckup(store, channelId);
      tell(store, { says: ({ status }) => status.cleaned });
    }),

  applyRemedy: (channelId: string, remedyId: string) =>
    attempt(store, () => harness.applyRemedy({ channelId, remedyId })),

  forgetMemory: (channelId: string) => attempt(store, () => harness.forgetMemory({ channelId })),

  removeChannel: (channelId: string) =>
    attempt(store, async () => {
      const name = store.getState().session?.channels.find(({ id }) => id === channelId)?.name ?? '';
      const { undoId } = await harness.removeChannel({ channelId });
      const bringBack = () => harness.undo({ undoId });
      offerUndo(store, ({ status }) => status.channelRemoved(name), { from: `channel ${channelId}`, bringBack });
    }),
});

const choose = (store: BenchStore, channelId: string): void =>
  changeView(store, ({ remembered }) => ({ remembered: { ...remembered, channelId } }));

const ageCheckup = (store: BenchStore, channelId: string): void =>
  changeView(store, ({ checkups }) => ({ checkups: { ...checkups, [channelId]: aged(checkups[channelId]) } }));
