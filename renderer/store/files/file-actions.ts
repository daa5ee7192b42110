import { attempt, type Bench } from '../attempt.ts';
import { changeView } from '../store.ts';
import { tell, tellFault } from '../told.ts';
import { createTransferActions } from '../transfer-actions.ts';
import type { DeskDoor } from './desk-door.ts';
import type { Arrival } from './file-port.ts';
import { known, type GivenFile, type KnownFile } from './given-file.ts';
import { importFiles } from './import-files.ts';
import { tellImported } from './tell-imported.ts';

export const createFileActions = (bench: Bench, desk: DeskDoor) => {
  const { store } = bench;
  const { importChannel } = createTransferActions(bench);

  const openBundle = (file: GivenFile): Promise<boolean> =>
    attempt(
      store,
      () => desk.open(file),
      ({ importing }) => importing.opening(file.name),
    );

  /** A bundle takes nothing in: what is no bundle goes to the bench behind it, where there is one and the person wants it. */
  const takeInBundle = ({ use, files }: Arrival, [only, ...more]: readonly KnownFile[]): void => {
    if (only?.kind === 'bundle' && more.length === 0) return void openBundle(only.file);
    const { isInFront } = store.getState().view;
    tell(store, {
      tone: 'note',
      says: ({ importing }) => importing.notIntoBundle,
      offer: isInFront
        ? { title: ({ importing }) => importing.closeAndImport, act: () => desk.closeFor(use, files) }
        : null,
    });
  };

  const take = (arrival: Arrival, files: readonly KnownFile[]): void => {
    const [only, ...more] = files;
    if (!only) return;
    if (store.getState().session?.openedBundle) return takeInBundle(arrival, files);
    if (more.length === 0 && only.kind === 'channel') return void importChannel(asText(only.file));
    if (more.length === 0 && only.kind === 'bundle' && arrival.use === 'open') return void openBundle(only.file);
    changeView(store, { dialog: { kind: 'import', files } });
  };

  return {
    /** Files have come: a bundle is opened, a channel added, and what is to be imported is asked about. */
    takeFiles: async (arrival: Arrival): Promise<void> => {
      const [refused] = arrival.refused ?? [];
      if (refused) tellFault(store, refused);
      const looked: { files: readonly KnownFile[] } = { files: [] };
      await attempt(store, async () => {
        looked.files = await Promise.all(arrival.files.map(known));
      });
      const { files } = looked;
      const { dialog } = store.getState().view;
      if (files.length === 0) return;
      if (dialog === null) return take(arrival, files);
      if (dialog.kind === 'import')
        return changeView(store, { dialog: { kind: 'import', files: [...dialog.files, ...files] } });
      // What is being written in a sheet is not lost for a file.
      tell(store, {
        tone: 'note',
        says: ({ importing }) => importing.waits(files[0]?.file.name ?? '', files.length),
        offer: {
          title: ({ importing }) => importing.closeAndOpen,
          act: () => {
            changeView(store, { dialog: null });
            take(arrival, files);
          },
        },
      });
    },

    openBundle,

    closeBundle: () => desk.close(),
    /** Goes back to the bench, and asks there how the bundle is to be imported. */
    importOpened: () => desk.closeFor('import'),

    importFiles: async (files: readonly GivenFile[], channelId: string | null): Promise<void> =>
      tellImported(bench, await importFiles(bench, files, channelId)),
  };
};

const asText = (file: GivenFile) => ({
  name: file.name,
  size: file.size,
  text: async () => new TextDecoder().decode(await file.read()),
});
