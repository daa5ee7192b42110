import { useCallback, useRef } from 'react';
import type { Finished } from '#shared/export/carry-over.ts';
import { faultOf } from '../attempt.ts';
import { usePage } from '../context.tsx';
import { tell, tellFault } from '../told.ts';
import { saveFile } from './save-file.ts';

type Wanted = Finished | Promise<Finished | null>;
type Taken = { readonly exportId: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Saves or copies a file that was made, says so in the status bar, and is done. A person who thinks better of saving can save again. */
export const useTakeMade = (done: () => void) => {
  const { actions, store, screen } = usePage();
  const taken = useRef<Taken>(null);

  const take = useCallback(
    async (finished: Finished): Promise<Uint8Array<ArrayBuffer>> => {
      const { exportId } = finished;
      if (taken.current?.exportId !== exportId) taken.current = { exportId, bytes: await actions.takeExport(finished) };
      return taken.current.bytes;
    },
    [actions],
  );

  const taking = useCallback(
    async (wanted: Wanted, use: (bytes: Uint8Array<ArrayBuffer>, finished: Finished) => Promise<boolean>) => {
      try {
        const finished = await wanted;
        if (finished && (await use(await take(finished), finished))) done();
      } catch (error) {
        tellFault(store, faultOf(error));
      }
    },
    [store, take, done],
  );

  const save = (wanted: Wanted): Promise<void> =>
    taking(wanted, (bytes, { file }) =>
      saveFile({ store, screen }, { name: file.fileName, mediaType: file.mediaType, bytes }),
    );

  const copy = (wanted: Wanted): Promise<void> =>
    taking(wanted, async (bytes) => {
      const isCopied = await screen.copy(new TextDecoder().decode(bytes));
      if (isCopied) tell(store, { says: ({ exporting, format }) => exporting.copied(format.bytes(bytes.byteLength)) });
      else tell(store, { tone: 'bad', says: ({ kit }) => `${kit.couldNotCopy}.` });
      return isCopied;
    });

  return { save, copy };
};
