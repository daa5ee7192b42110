import type { Channel } from '#shared/channel/channel.ts';
import { longestChannelFile } from '#shared/channel/exported-channel.ts';
import { fault } from '#shared/contract/fault.ts';
import { askFor, attempt, type Bench } from './attempt.ts';
import { changeView, type BenchStore, type Missing } from './store.ts';
import { tell, tellFault } from './told.ts';

/** A file as a page is given it. */
type TextFile = Pick<File, 'name' | 'size' | 'text'>;

const show = (store: BenchStore, channelId: string): void =>
  changeView(store, ({ remembered }) => ({
    dialog: { kind: 'edit-channel', channelId, part: 'settings' },
    remembered: { ...remembered, channelPart: 'settings' },
  }));

export const createTransferActions = ({ harness, store }: Bench) => ({
  /** The copy is shown in the screen of the channels. */
  duplicateChannel: (channel: Channel, name: string) =>
    attempt(store, async () => {
      const { channelId } = await harness.duplicateChannel({ channelId: channel.id, name: name.slice(0, 100) });
      show(store, channelId);
      tell(store, { says: ({ status }) => status.channelDuplicated(channel.name) });
    }),

  /** The channel as a file, without its secrets; null where it could not be had, which is said. */
  exportChannel: (channelId: string) => askFor(store, () => harness.exportChannel({ channelId })),

  /** The channel of a file, which is shown with what has to be filled in. */
  importChannel: async (file: TextFile): Promise<void> => {
    // Four bytes a character at most: what is larger is not even read.
    if (file.size > 4 * longestChannelFile) {
      tellFault(store, fault('import.unreadable', { file: file.name, reason: 'it is too large for a channel' }));
      return;
    }
    await attempt(store, async () => {
      const { channelId, name, missing } = await harness.importChannel({ text: await file.text() });
      noteMissing(store, channelId, missing);
      show(store, channelId);
      tell(store, { says: ({ status }) => status.channelImported(name, missing.length) });
    });
  },

  /** What an imported channel lacks is not told any more. */
  forgetMissing: (channelId: string) => noteMissing(store, channelId, []),
});

const noteMissing = (store: BenchStore, channelId: string, missing: readonly Missing[]): void =>
  changeView(store, (view) => ({ missing: { ...view.missing, [channelId]: missing } }));
