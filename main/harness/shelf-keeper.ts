import type { Shelf } from '#shared/shelf/shelf.ts';
import { Lines } from './lines.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** What a person has put by: kept in its file first, then told to every screen. */
export class ShelfKeeper {
  readonly #world: Pick<World, 'shelfFile'>;
  readonly #publish: SessionLog['publish'];
  readonly #changes = new Lines();
  #shelf: Shelf;

  constructor(world: Pick<World, 'shelfFile'>, publish: SessionLog['publish'], shelf: Shelf) {
    this.#world = world;
    this.#publish = publish;
    this.#shelf = shelf;
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
      this.#publish({ type: 'shelf-changed', shelf });
    });
}
