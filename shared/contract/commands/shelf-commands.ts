import { Type } from 'typebox';
import { exact, takes, type Nothing } from '#shared/contract/command.ts';
import { SavedFilter } from '#shared/shelf/shelf.ts';

/** What a screen may ask of the shelf. */
export const shelfCommands = {
  /** Puts a filter by; one with the same id is replaced, and without an id it is new. */
  saveFilter: takes(
    Type.Object(
      {
        id: Type.Optional(SavedFilter.properties.id),
        name: SavedFilter.properties.name,
        query: SavedFilter.properties.query,
      },
      exact,
    ),
  ).returns<{ readonly id: string }>(),
  removeFilter: takes(Type.Object({ id: SavedFilter.properties.id }, exact)).returns<Nothing>(),
} as const;
