import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { traceName } from '#shared/exchange/trace.ts';
import type { Message } from '#shared/exchange/message.ts';
import type { TakenStep } from './demo-take-step.ts';
import { contentLines } from './print.ts';

const authorWidth = 8;
const indent = ' '.repeat(authorWidth + 2);

/** A step as a person reads it: who said what, and beneath it the HTTP that carried it, one line each. */
export const stepLines = ({ messages, exchanges, problem }: TakenStep): readonly string[] => {
  const waiting = requestsIn(exchanges);
  const carried = (upTo: number): readonly string[] =>
    waiting.splice(0, waiting.filter(({ sent }) => sent.id <= upTo).length).map(requestLine);
  const said = messages.flatMap((message) => {
    const { sent } = requestsIn(exchanges).find((each) => each.ids.includes(message.exchangeId)) ?? nowhere;
    return [...carried(sent.id - 1), ...messageLines(message), ...carried(sent.id)];
  });
  return [...said, ...carried(Infinity), ...(problem === null ? [] : [`${indent}${problem}`])];
};

const messageLines = ({ author, content }: Message): readonly string[] =>
  contentLines(content).map((line, index) => `${(index === 0 ? author : '').padStart(authorWidth)}  ${line}`);

/** One request, which is two exchanges where both of its ends are ours: as sent, and as received. */
type Request = {
  readonly ids: readonly number[];
  readonly sent: ExchangeSummary;
  readonly received: ExchangeSummary | undefined;
};

const nowhere = { sent: { id: 0 } };

/** In the order in which they were sent. */
const requestsIn = (exchanges: readonly ExchangeSummary[]): Request[] =>
  exchanges
    .filter((each) => !exchanges.some((other) => isFirstOf(other, each)))
    .map((sent) => {
      const received = exchanges.find((each) => isFirstOf(sent, each));
      return { ids: received ? [sent.id, received.id] : [sent.id], sent, received };
    });

const isFirstOf = (sent: ExchangeSummary, received: ExchangeSummary): boolean =>
  sent.direction === 'outbound' && received.direction === 'inbound' && received.twinId === sent.id;

const shownTarget = 60;

const requestLine = ({ sent, received }: Request): string => {
  const { method, target, end, outcome, duration } = sent;
  const way = sent.direction === 'inbound' ? `? → ${end ?? '?'}` : end === 'app' ? 'app → platform' : 'platform → app';
  const status = outcome.state === 'answered' ? String(outcome.status) : outcome.state;
  const time = duration === null ? '' : ` in ${duration.toFixed(0)} ms`;
  const { verdict } = received ?? sent;
  const defect = [sent.defect, received?.defect].filter(Boolean).join(', ');
  const rule = sent.rule || (received?.rule ?? '');
  const path = target.length > shownTarget ? `${target.slice(0, shownTarget)}…` : target;
  const acted = [rule && `rule ${rule}`, defect && `defect ${defect}`].filter(Boolean).map((each) => `, ${each}`);
  return `${indent}· ${traceName(sent.traceId)}  ${way}  ${method} ${path}  ${status}${time}, ${verdict}${acted.join('')}`;
};
