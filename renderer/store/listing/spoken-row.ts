import type { Words } from '#renderer/words/words.ts';
import { userIdOf } from '#shared/channel/channel.ts';
import type { TrafficLine } from '#shared/contract/commands/row-commands.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Mark } from '#shared/exchange/mark.ts';
import { veiledTarget } from '../inspect/veil.ts';
import {
  standingOf,
  statusStanding,
  statusWord,
  verdictWord,
  wasWithheld,
  type Spoken,
  type Standing,
} from '../traffic-rows.ts';

/** Everything that a row of the traffic says, in the language of the screen. */
export type SpokenRow = {
  readonly exchange: ExchangeSummary;
  /** With credentials in it masked. */
  readonly target: string;
  readonly way: 'inbound' | 'outbound' | 'loopback';
  readonly wayWord: string;
  readonly time: string;
  readonly status: string;
  readonly statusStanding: Standing;
  /** Without the findings, which have a sign of their own. */
  readonly verdict: Spoken;
  readonly hasFindings: boolean;
  readonly channel: string;
  readonly user: string;
  readonly duration: string;
  readonly size: string;
  readonly trace: string;
  /** What made the answer, and the titles of the defects that acted. */
  readonly rule: string;
  readonly defects: string;
  readonly isWithheld: boolean;
  readonly mark: Mark | null;
  /** As one sentence, for those who hear it. */
  readonly name: string;
  /** Line by line, for those who rest on it. */
  readonly title: string;
};

/** What an exchange that is open or was held back has instead of a verdict says it already. */
const plainVerdict = (exchange: ExchangeSummary, words: Words): Spoken =>
  exchange.outcome.state === 'pending' || wasWithheld(exchange)
    ? standingOf(exchange, words)
    : verdictWord(exchange.verdict, words);

type About = {
  readonly channelName: string | null;
  readonly defects: readonly string[];
  readonly mark: Mark | null;
};

export const spokenRow = ({ exchange, twin }: TrafficLine, about: About, words: Words): SpokenRow => {
  const { traffic, format } = words;
  const target = veiledTarget(exchange.target);
  const way = exchange.twinId === null ? exchange.direction : 'loopback';
  const isWithheld = wasWithheld(exchange);
  const duration = exchange.duration === null || isWithheld ? '' : format.duration(exchange.duration);
  const status = statusWord(exchange, words);
  const whole = standingOf(exchange, words);
  const defects = about.defects.join(', ');
  const touched = defects === '' ? '' : words.defects.acted(defects);
  const { mark } = about;
  const marked = [
    mark?.isPinned ? traffic.marks.pinned : '',
    mark?.colour ? traffic.marks.marked(traffic.colours[mark.colour]) : '',
    mark && mark.note !== '' ? traffic.marks.noted(mark.note) : '',
  ].filter(Boolean);
  const name = [exchange.method, target, isWithheld ? '' : status, whole.word, touched, traffic.ways[way], duration];
  const title = [
    about.channelName ?? traffic.noChannel,
    `${exchange.method} ${exchange.origin}${target}`,
    exchange.note,
    touched,
    ...marked,
  ];
  return {
    exchange,
    target,
    way,
    wayWord: traffic.ways[way],
    time: format.clock(exchange.openedAt),
    status,
    statusStanding: statusStanding(exchange),
    verdict: plainVerdict(exchange, words),
    hasFindings: whole.standing === 'attention',
    channel: about.channelName ?? '',
    user: exchange.conversationId === null ? '' : userIdOf(exchange.conversationId),
    duration,
    size: format.bytes(exchange.requestBytes + (exchange.responseBytes ?? 0)),
    trace: `t${String(exchange.traceId)}`,
    rule: [...new Set([exchange.rule, twin?.rule ?? ''])].filter(Boolean).join(', '),
    defects,
    isWithheld,
    mark,
    name: [...name, ...marked].filter(Boolean).join(', '),
    title: title.filter(Boolean).join('\n'),
  };
};
