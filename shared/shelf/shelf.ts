import { Type, type Static } from 'typebox';

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

/** What a person has put by under a name, to be used again. It belongs to the data folder and to no channel. */
export const Shelf = Type.Object({ filters: Type.Array(SavedFilter, { maxItems: 500 }) });
export type Shelf = Static<typeof Shelf>;

export const emptyShelf: Shelf = { filters: [] };

/** The list with this item: in the place of the one with the same id, else behind the others. */
export const withItem = <Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] =>
  items.some(({ id }) => id === item.id) ? items.map((each) => (each.id === item.id ? item : each)) : [...items, item];

/** The list without the item of this id. */
export const withoutItem = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item[] =>
  items.filter((each) => each.id !== id);
