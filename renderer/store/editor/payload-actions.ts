import type { Fault } from '#shared/contract/fault.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { attempt, refusalOf, type Bench } from '../attempt.ts';
import { changeView } from '../store.ts';
import { tell } from '../told.ts';
import { offerUndo } from '../undo.ts';
import { renamedFolder } from './payload-tree.ts';
import { requestOf } from './request-draft.ts';
import { placeOf, savedAs, type Writing } from './writing.ts';

/** Characters. */
export const longestName = 100;

/** What a saved request is called, and where it lies. */
export type PayloadNaming = { readonly name: string; readonly folder: string };

export const createPayloadActions = ({ harness, store }: Bench) => {
  const payloads = () => store.getState().session?.shelf.payloads ?? [];
  const writingAt = (place: string): Writing | undefined => store.getState().view.requests[place];
  const said = (name: string): void => void tell(store, { says: ({ payloads: words }) => words.saved(name) });

  /** From now on what is written is that saved request; what was written while it was saved is not in it. */
  const goOnAs = (place: string, id: string, saved: EditedRequest): void => {
    const next = placeOf({ kind: 'payload', id });
    changeView(store, ({ requests, dialog }) => {
      const { [place]: writing, ...others } = requests;
      if (!writing) return {};
      const isShown = dialog?.kind === 'edit-request' && dialog.place === place;
      return {
        requests: { ...others, [next]: savedAs(writing, id, saved) },
        ...(isShown ? { dialog: { kind: 'edit-request', place: next } } : {}),
      };
    });
  };

  return {
    /** Saves what is written under a name; it goes on as what was saved. */
    saveWrittenAs: (place: string, naming: PayloadNaming): Promise<Fault | null> =>
      refusalOf(async () => {
        const writing = writingAt(place);
        if (!writing) return;
        const saved = requestOf(writing.draft);
        const { id } = await harness.savePayload({ ...naming, ...saved });
        goOnAs(place, id, saved);
        said(naming.name);
      }),
    /** Saves what is written of a saved request in its place. */
    saveWritten: (place: string): Promise<boolean> =>
      attempt(store, async () => {
        const writing = writingAt(place);
        if (writing?.origin.kind !== 'payload') return;
        const { id } = writing.origin;
        const known = payloads().find((each) => each.id === id);
        if (!known) return;
        const { name, folder } = known;
        const saved = requestOf(writing.draft);
        await harness.savePayload({ id, name, folder, ...saved });
        goOnAs(place, id, saved);
        said(name);
      }),
    /** Saves the request of an exchange without opening it. */
    saveExchange: (exchangeId: number, naming: PayloadNaming): Promise<Fault | null> =>
      refusalOf(async () => {
        await harness.saveExchange({ exchangeId, ...naming });
        said(naming.name);
      }),
    movePayload: (id: string, naming: Partial<PayloadNaming>): Promise<Fault | null> =>
      refusalOf(async () => {
        await harness.movePayload({ id, ...naming });
      }),
    moveFolder: (path: string, next: string): Promise<Fault | null> =>
      refusalOf(async () => {
        for (const each of renamedFolder(payloads(), path, next)) await harness.movePayload(each);
      }),
    /** The same once more, under this name. */
    copyPayload: (id: string, name: string) =>
      attempt(store, async () => {
        const { id: _id, ...payload } = await harness.readPayload({ id });
        await harness.savePayload({ ...payload, name: name.slice(0, longestName) });
      }),
    removePayload: (id: string) =>
      attempt(store, async () => {
        const name = payloads().find((each) => each.id === id)?.name ?? '';
        const { undoId } = await harness.removePayload({ id });
        const bringBack = () => harness.undo({ undoId });
        offerUndo(store, ({ payloads: words }) => words.removed(name), { from: `payload ${id}`, bringBack });
      }),
  };
};
