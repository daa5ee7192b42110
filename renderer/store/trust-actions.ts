import type { CommandInput, CommandOutput } from '#shared/contract/harness.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { ReplayHow } from '#shared/exchange/replay.ts';
import { attempt, faultOf, type Bench } from './attempt.ts';
import { changeView } from './store.ts';

/** What came of asking the harness: the answer, or why there is none. */
export type Asked<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly fault: Fault };

export type Examined = CommandOutput<'examine'>;
export type Minted = CommandOutput<'mintToken'>;

export const createTrustActions = ({ harness, store }: Bench) => ({
  /** How a channel judges a request, also under other circumstances. Nothing is sent. */
  examine: (wanted: CommandInput<'examine'>): Promise<Asked<Examined>> => asked(harness.examine(wanted)),

  /** A token of the channel; it is a secret, and never enters the store of the page. */
  mintToken: (wanted: CommandInput<'mintToken'>): Promise<Asked<Minted>> => asked(harness.mintToken(wanted)),

  /** An exchange beside the one that is shown. */
  readAnother: (id: number): Promise<Asked<Exchange>> => asked(harness.readExchange({ id })),

  /** Sends a "hi" with this token, and shows what comes of it. */
  sendToken: (channelId: string, token: string): Promise<boolean> =>
    attempt(
      store,
      async () => {
        const { exchangeId } = await harness.sendToken({ channelId, token });
        changeView(store, ({ remembered }) => ({
          exchangeId,
          side: 'inbound',
          dialog: null,
          remembered: { ...remembered, tab: 'trust', pane: 'inspector' },
        }));
      },
      ({ status }) => status.sending,
    ),

  /** Sends the request of an exchange once more, and shows what comes of it. */
  replay: (of: number, how: ReplayHow): Promise<boolean> =>
    attempt(
      store,
      async () => {
        const { exchangeId } = await harness.replay({ exchangeId: of, how });
        changeView(store, ({ remembered }) => ({
          exchangeId,
          side: 'inbound',
          remembered: { ...remembered, tab: 'trust', pane: 'inspector' },
        }));
      },
      ({ status }) => status.sending,
    ),
});

const asked = <Answer>(asking: Promise<Answer>): Promise<Asked<Answer>> =>
  asking.then(
    (answer) => ({ ok: true, answer }) as const,
    (error: unknown) => ({ ok: false, fault: faultOf(error) }) as const,
  );
