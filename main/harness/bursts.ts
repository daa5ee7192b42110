import { redact } from '#shared/channel/redact.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { Burst } from '#shared/sending/burst.ts';
import { withoutQueryValues } from '#shared/sending/split-url.ts';
import type { Bench } from './bench.ts';
import { BurstProgress } from './burst-progress.ts';
import { sendAlone } from './send-alone.ts';
import { writtenRequest } from './send-request.ts';
import type { SessionLog } from './session-log.ts';

type Wanted = CommandInput<'startBurst'>;

/** More at once are a mistake, or an attack on whoever answers. */
const mostRunning = 5;

/** Milliseconds that a burst may be behind its rate and make up for: timers are late by a little. */
const slack = 50;

/** The bursts that run: each sends at its rate, with a bound on what is on its way at once. Nothing of a single request stays here. */
export class Bursts {
  readonly #bench: Bench;
  readonly #publish: SessionLog['publish'];
  readonly #running = new Map<string, BurstProgress>();

  constructor(bench: Bench, publish: SessionLog['publish']) {
    this.#bench = bench;
    this.#publish = publish;
  }

  /** Refuses as `sendRequest` does, before anything is sent. */
  readonly start = async (input: Wanted): Promise<{ readonly burstId: string }> => {
    await writtenRequest(input, 1, this.#bench);
    // After the last pause: several may be asked for at once.
    if (this.#running.size >= mostRunning) throw new HarnessError(fault('burst.many', { count: mostRunning }));
    const burst = newBurst(input, this.#bench);
    const progress = new BurstProgress(burst, this.#bench.world.clock, (changed) =>
      this.#publish({ type: 'burst-changed', burst: changed }),
    );
    this.#running.set(burst.id, progress);
    this.#bench.underWay.add(this.#run(input, progress).finally(() => this.#running.delete(burst.id)));
    return { burstId: burst.id };
  };

  /** What is on its way comes to its end; one that is over already stays as it was. */
  readonly cancel = (burstId: string): void => this.#running.get(burstId)?.cancel(null);

  readonly #run = async (input: Wanted, progress: BurstProgress): Promise<void> => {
    const { clock } = this.#bench.world;
    const interval = input.perSecond === null ? 0 : 1000 / input.perSecond;
    let due = clock.now();
    try {
      for (let n = 1; n <= input.count; n += 1) {
        await progress.room(input.atOnce);
        due = Math.max(due, clock.now() - slack);
        if (due > clock.now()) await this.#bench.underWay.pause(due - clock.now());
        due += interval;
        if (this.#bench.underWay.isEnding) progress.cancel(null);
        if (progress.isCancelled) break;
        await this.#sendOne(input, n, progress);
      }
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      progress.cancel(error.fault);
    } finally {
      await progress.end();
    }
  };

  readonly #sendOne = async (input: Wanted, n: number, progress: BurstProgress): Promise<void> => {
    const { request, sender } = await writtenRequest(input, n, this.#bench);
    const { exchangeId, over } = sendAlone(request, sender, this.#bench);
    progress.sent(exchangeId, over);
  };
}

const newBurst = ({ of, channelId, method, url, count }: Wanted, { world, channels }: Bench): Burst => ({
  id: world.ids.uuid(),
  of,
  channelId,
  method,
  url: redact(withoutQueryValues(url), channels.secrets).slice(0, 2000),
  count,
  sent: 0,
  answered: 0,
  failed: 0,
  statuses: {},
  faults: {},
  p50: null,
  p95: null,
  state: 'running',
  fault: null,
  startedAt: world.clock.now(),
  endedAt: null,
  exchangeIds: null,
});
