import { changeView, type BenchStore, type ChannelPlace } from './store.ts';
import { tell } from './told.ts';

/** Shows a channel in the screen of the channels, where everything can be changed: so not while a bundle is shown. */
export const showChannel = (store: BenchStore, place: ChannelPlace): void => {
  if (store.getState().session?.openedBundle) {
    tell(store, { tone: 'note', says: ({ commands }) => commands.notInBundle });
    return;
  }
  changeView(store, ({ remembered }) => ({
    dialog: { kind: 'edit-channel', ...place },
    remembered: { ...remembered, channelPart: place.part ?? remembered.channelPart },
  }));
};
