import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import { userIdOf } from '#shared/channel/channel.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { traceName } from '#shared/exchange/trace.ts';

const heads = ['#', 'trace', 'time', 'way', 'status', 'verdict', 'method', 'user', 'duration', 'size', 'path'] as const;
const alignedRight: readonly string[] = ['#', 'trace', 'duration', 'size'];

/** Rows of the traffic as columns of text, the longest last. */
export const tableLines = (lines: readonly TrafficLine[]): readonly string[] => {
  const rows = [heads, ...lines.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return alignedRight.includes(heads[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
};

const cellsOf = ({ exchange, twin }: TrafficLine): readonly string[] => [
  `#${String(exchange.id)}`,
  traceName(exchange.traceId),
  timeText(exchange.openedAt),
  twin || exchange.twinId !== null ? 'loop' : exchange.direction === 'inbound' ? 'in' : 'out',
  statusText(exchange),
  exchange.verdict,
  exchange.method,
  exchange.conversationId === null ? '' : oneLine(userIdOf(exchange.conversationId)),
  exchange.duration === null ? '' : durationText(exchange.duration),
  sizeText(exchange.requestBytes + (exchange.responseBytes ?? 0)),
  oneLine(`${exchange.origin}${exchange.target}`),
];

/** A line feed in what came over the wire begins no new row here. */
const oneLine = (text: string): string => text.replaceAll(/[\n\t]/g, ' ');

/** Of this machine's zone, as a query takes it. */
const timeText = (at: number): string => {
  const local = at - new Date(at).getTimezoneOffset() * 60_000;
  return new Date(local).toISOString().slice(0, 23);
};

const statusText = ({ outcome }: ExchangeSummary): string => {
  if (outcome.state === 'answered') return String(outcome.status);
  return outcome.state === 'failed' && outcome.fault.code === 'request.withheld' ? 'withheld' : outcome.state;
};

const durationText = (ms: number): string => (ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`);

const sizeText = (bytes: number): string => {
  if (bytes < 1024) return `${String(bytes)} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
};
