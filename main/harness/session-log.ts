import type { Unsubscribe } from '#shared/contract/harness.ts';
import type { Position, SessionEvent, WatchFrame } from '#shared/session/events.ts';
import { plainText, type Message } from '#shared/exchange/message.ts';
import { reduce } from '#shared/session/reduce.ts';
import type { Session } from '#shared/session/state.ts';
import type { World } from './world.ts';

/** How many events a watcher may have missed and still be sent only those. */
const rememberedEvents = 5000;
/** And how many characters of messages: under a load of long texts the events alone would fill the memory. */
const rememberedCharacters = 8_000_000;

/**
 * The one place where state changes: event → reduce → every watcher.
 * What is published in one tick is folded and sent as one batch, so that a burst costs each watcher one frame.
 */
export class SessionLog {
  readonly #run: string;
  readonly #soon: World['clock']['soon'];
  readonly #watchers = new Set<(frame: WatchFrame) => void>();
  #session: Session;
  #seq = 0;
  #pending: SessionEvent[] = [];
  #recent: SessionEvent[] = [];
  #recentCharacters = 0;

  constructor(initial: Session, world: Pick<World, 'clock' | 'ids'>) {
    this.#session = initial;
    this.#run = world.ids.uuid();
    this.#soon = world.clock.soon;
  }

  /** Everything true now. */
  get session(): Session {
    this.#flush();
    return this.#session;
  }

  readonly publish = (event: SessionEvent): void => {
    this.#pending.push(event);
    if (this.#pending.length === 1) this.#soon(this.#flush);
  };

  /** Starts with everything, or with what was missed since `from` where that is still remembered. */
  readonly watch = (from: Position | null, act: (frame: WatchFrame) => void): Unsubscribe => {
    this.#flush();
    const missed = this.#missedSince(from);
    if (!missed) act({ kind: 'whole', at: this.#position(), session: this.#session });
    else if (missed.length > 0) act({ kind: 'changes', at: this.#position(), events: missed });
    this.#watchers.add(act);
    return () => this.#watchers.delete(act);
  };

  readonly #flush = (): void => {
    if (this.#pending.length === 0) return;
    const events = this.#pending;
    this.#pending = [];
    this.#session = reduce(this.#session, events);
    this.#seq += events.length;
    this.#remember(events);
    const frame: WatchFrame = { kind: 'changes', at: this.#position(), events };
    for (const act of this.#watchers) act(frame);
  };

  #position(): Position {
    return { run: this.#run, seq: this.#seq };
  }

  #missedSince(from: Position | null): readonly SessionEvent[] | null {
    if (!from || from.run !== this.#run || from.seq > this.#seq) return null;
    const missed = this.#seq - from.seq;
    if (missed > this.#recent.length) return null;
    return missed === 0 ? [] : this.#recent.slice(-missed);
  }

  /** Trimmed only at twice the size: a slice for each batch would cost more than what it frees. */
  #remember(events: readonly SessionEvent[]): void {
    // Not spread: a batch may be longer than the arguments that a call can have.
    for (const event of events) {
      this.#recent.push(event);
      this.#recentCharacters += charactersIn(event);
    }
    if (this.#recent.length <= 2 * rememberedEvents && this.#recentCharacters <= 2 * rememberedCharacters) return;
    let from = this.#recent.length;
    let characters = 0;
    while (from > Math.max(0, this.#recent.length - rememberedEvents)) {
      characters += charactersIn(this.#recent[from - 1]);
      if (characters > rememberedCharacters) break;
      from -= 1;
    }
    this.#recent = this.#recent.slice(from);
    this.#recentCharacters = this.#recent.reduce((sum, event) => sum + charactersIn(event), 0);
  }
}

const charactersIn = (event: SessionEvent | undefined): number =>
  messagesIn(event).reduce((sum, { content }) => sum + plainText(content).length, 0);

const messagesIn = (event: SessionEvent | undefined): readonly Message[] => {
  if (event?.type === 'message-added') return [event.message];
  return event?.type === 'exchanges-restored' ? event.messages : [];
};
