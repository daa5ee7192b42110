import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { Session } from '#shared/session/state.ts';
import { trafficRows, type TrafficRow } from '../traffic-rows.ts';

/** What the store told of a trace: its lines, and what they carried. */
export type ReadTrace = {
  readonly traceId: number;
  readonly lines: readonly TrafficLine[];
  readonly messages: readonly Message[];
};

/** One exchange of a trace, twins as one, and what it carried. */
export type TraceStep = TrafficRow & { readonly messages: readonly Message[] };

type Lately = Pick<Session, 'exchanges' | 'messages'>;

/** A trace from its beginning: what the store told of it, and what happened since. */
export const traceSteps = (
  traceId: number,
  read: ReadTrace | null,
  { exchanges, messages }: Lately,
): readonly TraceStep[] => {
  const told = read?.traceId === traceId ? read : null;
  const kept = told?.lines.flatMap(({ exchange, twin }) => (twin ? [exchange, twin] : [exchange])) ?? [];
  const rows = trafficRows(
    exchanges.filter((each) => each.traceId === traceId),
    kept,
  ).toReversed();
  const ids = new Set(rows.flatMap((row) => row.ids));
  const said = distinct([...(told?.messages ?? []), ...messages.filter(({ exchangeId }) => ids.has(exchangeId))]);
  return rows.map((row) => ({ ...row, messages: said.filter(({ exchangeId }) => row.ids.includes(exchangeId)) }));
};

const distinct = (messages: readonly Message[]): readonly Message[] => [
  ...new Map(messages.map((each) => [each.id, each])).values(),
];

/** The step that an exchange is shown in, whichever twin it is. */
export const stepOf = (steps: readonly TraceStep[], { id }: Pick<ExchangeSummary, 'id'>): TraceStep | undefined =>
  steps.find(({ ids }) => ids.includes(id));
