import { shownShelf, type Shelf } from '#shared/shelf/shelf.ts';
import { Lines } from './lines.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** What a person has put by: kept in its file first, then told to every screen. */
export class ShelfKeeper {
  readonly #world: Pick<World, 'shelfFile'>;
  readonly #publish: SessionLog['publish'];
  readonly #changes = new Lines();
  readonly #secrets: () => readonly string[];
  #shelf: Shelf;

  /** `secrets` are masked in what every screen is told. */
  constructor(
    world: Pick<World, 'shelfFile'>,
    publish: SessionLog['publish'],
    shelf: Shelf,
    secrets: () => readonly string[],
  ) {
    this.#world = world;
    this.#publish = publish;
    this.#shelf = shelf;
    this.#secrets = secrets;
  }

  get current(): Shelf {
    return this.#shelf;
  }

  /** One change after the other; what could not be written has not happened. */
  readonly change = (change: (shelf: Shelf) => Shelf): Promise<void> =>
    this.#changes.inLine('shelf', async () => {
      const shelf = change(this.#shelf);
      await this.#world.shelfFile.write(shelf);
      this.#shelf = shelf;
      this.#publish({ type: 'shelf-changed', shelf: shownShelf(shelf, this.#secrets()) });
    });
}
