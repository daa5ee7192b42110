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

/** The turns that wait for a person to answer as the bot. */
export class Turns {
  readonly #log: SessionLog;
  readonly #clock: World['clock'];
  readonly #endings = new Map<number, (answer: HandAnswer) => void>();

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
      this.#endings.set(turn.exchangeId, end);
      this.#log.publish({ type: 'turn-opened', turn: { ...shown, since, until: since + limit * 1000 } });
      onGone(() => end('gone'));
    });

  /** Refuses with `turn.over` when nobody waits any more. */
  readonly answer = (exchangeId: number, contents: readonly Content[]): void => {
    const end = this.#endings.get(exchangeId);
    if (!end) throw new HarnessError(fault('turn.over'));
    end(contents);
  };

  readonly endAll = (): void => {
    for (const end of this.#endings.values()) end('timed-out');
  };
}
