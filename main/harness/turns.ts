import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { SessionLog } from './session-log.ts';
import type { World } from './world.ts';

/** How a turn that waited for a person ended. */
export type HandAnswer = readonly Content[] | 'timed-out' | 'gone';

type Waiting = {
  readonly exchangeId: number;
  readonly channelId: string;
  readonly conversationId: string;
  readonly limit: number;
};

type Ending = { readonly channelId: string; readonly end: (answer: HandAnswer) => void };

/** The turns that wait for a person to answer as the bot. */
export class Turns {
  readonly #log: SessionLog;
  readonly #clock: World['clock'];
  readonly #endings = new Map<number, Ending>();

  constructor(log: SessionLog, world: Pick<World, 'clock'>) {
    this.#log = log;
    this.#clock = world.clock;
  }

  /** Waits for a person, at most `limit` seconds; `onGone` ends it when the caller hangs up. */
  readonly wait = (turn: Waiting, onGone: (act: () => void) => void): Promise<HandAnswer> =>
    new Promise((resolve) => {
      const { limit, ...shown } = turn;
      const since = this.#clock.now();
      const end = (answer: HandAnswer): void => {
        if (!this.#endings.delete(turn.exchangeId)) return;
        cancel();
        this.#log.publish({ type: 'turn-closed', exchangeId: turn.exchangeId });
        resolve(answer);
      };
      const cancel = this.#clock.after(limit * 1000, () => end('timed-out'));
      this.#endings.set(turn.exchangeId, { channelId: turn.channelId, end });
      this.#log.publish({ type: 'turn-opened', turn: { ...shown, since, until: since + limit * 1000 } });
      onGone(() => end('gone'));
    });

  /** Refuses with `turn.over` when nobody waits any more. */
  readonly answer = (exchangeId: number, contents: readonly Content[]): void => {
    const waiting = this.#endings.get(exchangeId);
    if (!waiting) throw new HarnessError(fault('turn.over'));
    waiting.end(contents);
  };

  /** The channel is gone, and with it the place where a person could answer. */
  readonly endOfChannel = (channelId: string): void => {
    for (const each of this.#endings.values()) if (each.channelId === channelId) each.end('timed-out');
  };

  readonly endAll = (): void => {
    for (const { end } of this.#endings.values()) end('timed-out');
  };
}
