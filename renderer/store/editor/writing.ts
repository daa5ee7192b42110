import type { Fault } from '#shared/contract/fault.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { draftOf, isSameRequest, requestOf, type RequestDraft } from './request-draft.ts';

/** What a request in the editor was made of. */
export type RequestOrigin =
  | { readonly kind: 'exchange'; readonly id: number }
  | { readonly kind: 'payload'; readonly id: string }
  | { readonly kind: 'nothing' };

/** A request that was sent from the editor. */
export type SentOnce = { readonly exchangeId: number; readonly at: number; readonly sign: EditedRequest['sign'] };

/** A request that is being written: it outlives the sheet in which that is done. */
export type Writing = {
  readonly origin: RequestOrigin;
  /** Tells it from every other, also when it goes on as another origin. */
  readonly serial: number;
  /** The exchange that it was made of first: what comes back stands beside that, also once it is saved. Null: of none. */
  readonly madeOf: number | null;
  /** As it was opened, or saved last: what differs from it is not saved. */
  readonly opened: EditedRequest;
  readonly draft: RequestDraft;
  /** Counts up where the draft was replaced as a whole, and not by writing. */
  readonly edition: number;
  /** The newest last. */
  readonly sends: readonly SentOnce[];
  /** Of the sends, the one that is looked at; null: the newest. */
  readonly shownId: number | null;
  readonly burstId: string | null;
  /** Why it was not sent; null where it was, or is being corrected. */
  readonly refused: Fault | null;
  /** Something that is to be known of what was opened: that its body was cut, say. */
  readonly isCut: boolean;
};

/** Under what a request that is being written is kept. */
export const placeOf = (origin: RequestOrigin): string =>
  origin.kind === 'nothing' ? 'nothing' : `${origin.kind} ${String(origin.id)}`;

let lastSerial = 0;

export const beginWriting = (origin: RequestOrigin, request: EditedRequest, isCut = false): Writing => ({
  origin,
  serial: (lastSerial += 1),
  madeOf: origin.kind === 'exchange' ? origin.id : null,
  opened: request,
  draft: draftOf(request),
  edition: 0,
  sends: [],
  shownId: null,
  burstId: null,
  refused: null,
  isCut,
});

/** Whether a saved request is the one that is written. */
export const isOrigin =
  ({ origin }: Pick<Writing, 'origin'>) =>
  ({ id }: { readonly id: string }): boolean =>
    origin.kind === 'payload' && origin.id === id;

/** Whether something is written that is saved nowhere. */
export const isChanged = ({ opened, draft }: Writing): boolean => !isSameRequest(opened, requestOf(draft));

/** It stands for what was saved: only what is written from now on differs. */
export const savedAs = (writing: Writing, id: string, saved: EditedRequest): Writing => ({
  ...writing,
  origin: { kind: 'payload', id },
  opened: saved,
});

const mostSends = 50;

export const withSend = (writing: Writing, sent: SentOnce): Writing => ({
  ...writing,
  sends: [...writing.sends, sent].slice(-mostSends),
  shownId: null,
  refused: null,
});
