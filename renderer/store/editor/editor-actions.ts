import type { Exchange } from '#shared/exchange/exchange.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import type { SavedPayload } from '#shared/shelf/saved-payload.ts';
import { attempt, faultOf, type Bench } from '../attempt.ts';
import { currentChannel } from '../selectors.ts';
import { changeView } from '../store.ts';
import { tell } from '../told.ts';
import { offerUndo } from '../undo.ts';
import { newRequest, requestOfExchange } from './open-request.ts';
import { draftOf, refusalOfBody, refuseUnreadable, sendableOf, type RequestDraft } from './request-draft.ts';
import { beginWriting, isChanged, placeOf, withSend, type RequestOrigin, type Writing } from './writing.ts';

export const createEditorActions = ({ harness, store }: Bench) => {
  const writingAt = (place: string): Writing | undefined => store.getState().view.requests[place];
  const change = (place: string, how: (writing: Writing) => Writing): void =>
    changeView(store, ({ requests }) => {
      const writing = requests[place];
      return writing ? { requests: { ...requests, [place]: how(writing) } } : {};
    });
  const show = (place: string): void => changeView(store, { dialog: { kind: 'edit-request', place } });
  const begin = (origin: RequestOrigin, request: EditedRequest, isCut = false): void => {
    const place = placeOf(origin);
    changeView(store, ({ requests }) => ({ requests: { ...requests, [place]: beginWriting(origin, request, isCut) } }));
    show(place);
  };

  const openExchange = async (exchange: Exchange): Promise<void> => {
    const { session } = store.getState();
    if (!session) return;
    const origin = { kind: 'exchange', id: exchange.summary.id } as const;
    const request = await requestOfExchange(exchange, session, harness);
    if (request) begin(origin, request, exchange.request.isTruncated);
    else
      tell(store, {
        tone: 'bad',
        says: ({ editor, format }) => editor.tooLarge(format.bytes(exchange.request.bodyBytes)),
      });
  };

  const open = async (origin: RequestOrigin): Promise<void> => {
    const { session, view } = store.getState();
    if (!session) return;
    if (origin.kind === 'nothing')
      begin(origin, newRequest(session, currentChannel(session.channels, view.remembered.channelId)?.id ?? null));
    else if (origin.kind === 'exchange') await openExchange(await harness.readExchange({ id: origin.id }));
    else begin(origin, requestOfPayload(await harness.readPayload({ id: origin.id })));
  };

  return {
    /** Opens a request in the editor; what was being written of it is there again. */
    editRequest: (origin: RequestOrigin) =>
      writingAt(placeOf(origin))
        ? Promise.resolve(show(placeOf(origin)))
        : attempt(
            store,
            () => open(origin),
            ({ editor }) => editor.opening,
          ),
    /** Opens a request that was pasted: it takes the place of the one that was written from nothing. */
    editPasted: (request: EditedRequest): void => {
      const origin = { kind: 'nothing' } as const;
      const before = writingAt(placeOf(origin));
      begin(origin, request);
      if (!before || !isChanged(before)) return;
      offerUndo(store, ({ editor }) => editor.paste.replaced, {
        from: placeOf(origin),
        bringBack: async () => change(placeOf(origin), () => before),
      });
    },
    writeRequest: (place: string, written: Partial<RequestDraft>): void =>
      change(place, (writing) => ({ ...writing, draft: { ...writing.draft, ...written }, refused: null })),
    /** Puts another body in, not by writing: the editor shows it anew. */
    replaceBody: (place: string, body: RequestDraft['body']): void =>
      change(place, (writing) => ({
        ...writing,
        draft: { ...writing.draft, body },
        edition: writing.edition + 1,
        refused: null,
      })),
    /** Back to what was opened. */
    forgetWritten: (place: string): void =>
      change(place, (writing) => ({
        ...writing,
        draft: draftOf(writing.opened),
        edition: writing.edition + 1,
        refused: null,
      })),
    showSend: (place: string, shownId: number): void => change(place, (writing) => ({ ...writing, shownId })),
    /** Sends what is written. True when it is on its way; else the editor shows why it is not. */
    sendWritten: async (place: string): Promise<boolean> => {
      const writing = writingAt(place);
      if (!writing) return false;
      try {
        refuseUnreadable(writing.draft);
        const { exchangeId } = await harness.sendRequest(sendableOf(writing.draft, writing.madeOf));
        change(place, (now) => withSend(now, { exchangeId, at: Date.now(), sign: writing.draft.sign }));
        return true;
      } catch (error) {
        change(place, (now) => ({ ...now, refused: faultOf(error) }));
        return false;
      }
    },
    /** Whether what is written as hex or base64 stands for bytes; where it does not, its field says why. */
    isReadable: (place: string): boolean => {
      const refused = refusalOfBody(writingAt(place)?.draft);
      if (refused) change(place, (writing) => ({ ...writing, refused }));
      return refused === null;
    },
  };
};

const requestOfPayload = ({ id: _id, name: _name, folder: _folder, ...request }: SavedPayload): EditedRequest =>
  request;
