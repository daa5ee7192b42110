import { fault, HarnessError } from '#shared/contract/fault.ts';
import { undoWindow } from '#shared/contract/commands/undo-commands.ts';
import type { UnderWay } from './under-way.ts';
import type { World } from './world.ts';

type Removal = {
  /** What it was taken from: the next removal from there makes this one final. */
  readonly from: string;
  readonly bringBack: () => Promise<void>;
  /** Really removes it. What the disk refuses stays, and is tried again. */
  readonly end: () => Promise<void>;
};

type Waiting = Removal & { readonly isFinal: boolean; readonly cancel: () => void };

/** What a person has removed and may have back for a while. At the end of the window, and at the end of the harness, it is gone. */
export class Removals {
  readonly #world: Pick<World, 'clock' | 'ids'>;
  readonly #underWay: Pick<UnderWay, 'add'>;
  readonly #waiting = new Map<string, Waiting>();

  constructor(world: Pick<World, 'clock' | 'ids'>, underWay: Pick<UnderWay, 'add'>) {
    this.#world = world;
    this.#underWay = underWay;
  }

  /** Returns what `undo` asks for. */
  readonly add = (removal: Removal): string => {
    for (const [id, each] of this.#waiting)
      if (each.from === removal.from) this.#waiting.set(id, { ...each, isFinal: true });
    const undoId = this.#world.ids.uuid();
    this.#wait(undoId, removal, false);
    return undoId;
  };

  /** Refuses with `undo.over` what is gone; what could not be brought back still can. */
  readonly undo = async (undoId: string): Promise<void> => {
    const removal = this.#waiting.get(undoId);
    if (!removal || removal.isFinal) throw new HarnessError(fault('undo.over'));
    this.#forget(undoId, removal);
    try {
      await removal.bringBack();
    } catch (error) {
      this.#wait(undoId, removal, false);
      throw error;
    }
  };

  readonly endAll = async (): Promise<void> => {
    for (const [undoId, removal] of this.#waiting) {
      this.#forget(undoId, removal);
      await removal.end().catch(passOverFault);
    }
  };

  readonly #wait = (undoId: string, removal: Removal, isFinal: boolean): void => {
    const cancel = this.#world.clock.after(undoWindow, () => this.#underWay.add(this.#end(undoId)));
    this.#waiting.set(undoId, { ...removal, isFinal, cancel });
  };

  readonly #end = async (undoId: string): Promise<void> => {
    const removal = this.#waiting.get(undoId);
    if (!removal) return;
    this.#forget(undoId, removal);
    try {
      await removal.end();
    } catch (error) {
      this.#wait(undoId, removal, removal.isFinal);
      passOverFault(error);
    }
  };

  readonly #forget = (undoId: string, { cancel }: Waiting): void => {
    cancel();
    this.#waiting.delete(undoId);
  };
}

const passOverFault = (error: unknown): void => {
  if (!(error instanceof HarnessError)) throw error;
};
