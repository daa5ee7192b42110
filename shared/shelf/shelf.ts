import { Type, type Static } from 'typebox';
import { BotScript } from '#shared/bot/bot-script.ts';
import { mostNotes, PresenterNotes } from '#shared/shelf/presenter-notes.ts';
import { SavedPayload, shownPayload, type ShownPayload } from '#shared/shelf/saved-payload.ts';

const exact = { additionalProperties: false };

/** A search that a person gave a name to. */
export const SavedFilter = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    query: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  exact,
);
export type SavedFilter = Static<typeof SavedFilter>;

/** How many payloads are kept, and how many characters of them together: they lie in one file that is written anew at each change. */
export const mostPayloads = 500;
export const largestPayloads = 32 * 1024 * 1024;

/** How many filters are kept, and how many bots. */
export const mostFilters = 500;
export const mostBots = 200;

/** What a person has put by under a name, to be used again. It belongs to the data folder and to no channel. */
export const Shelf = Type.Object({
  filters: Type.Array(SavedFilter, { maxItems: mostFilters }),
  payloads: Type.Array(SavedPayload, { maxItems: mostPayloads }),
  /** A person's own: besides them there are those that are built in. */
  bots: Type.Array(BotScript, { maxItems: mostBots }),
  /** Of conversations that are presented. */
  notes: Type.Array(PresenterNotes, { maxItems: mostNotes }),
});
export type Shelf = Static<typeof Shelf>;

export const emptyShelf: Shelf = { filters: [], payloads: [], bots: [], notes: [] };

/** The shelf as every screen may know it: what may hold a credential is read by command. */
export type ShownShelf = Omit<Shelf, 'payloads'> & { readonly payloads: readonly ShownPayload[] };

/** The shelf without what may hold a credential, and with these secrets masked. */
export const shownShelf = (shelf: Shelf, secrets: readonly string[]): ShownShelf => ({
  ...shelf,
  payloads: shelf.payloads.map((each) => shownPayload(each, secrets)),
});

/** The list with this item: in the place of the one with the same id, else behind the others. */
export const withItem = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] =>
  items.some(({ id }) => id === item.id) ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];

/** The list without the item of this id. */
export const withoutItem = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item[] =>
  items.filter((each) => each.id !== id);
