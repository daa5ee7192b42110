import { markColours, unmarked, type Mark, type MarkColour } from '#shared/exchange/mark.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { userIdOf } from '#shared/channel/channel.ts';
import { printText } from '#shared/query/print-query.ts';
import { actedRows, shownRowId } from '../listing/shown-row.ts';
import { exchangeNow } from '../selectors.ts';
import type { BenchState } from '../store.ts';
import { command, type Command, type Situation } from './command.ts';
import { goTo } from './go-commands.ts';

const hasRows = ({ state }: Situation): boolean => actedRows(state).length > 0;

/** What was put on each of the rows. */
const marksOf = (state: BenchState): readonly Mark[] => {
  const marks = new Map(state.session?.marks.map((each) => [each.exchangeId, each]));
  return actedRows(state).map((id) => marks.get(id) ?? unmarked(id));
};

const areAll = (state: BenchState, is: (mark: Mark) => boolean): boolean => {
  const marks = marksOf(state);
  return marks.length > 0 && marks.every(is);
};

const coloured = (colour: MarkColour | null): Command =>
  command({
    group: 'exchange',
    isForBenchOnly: true,
    isPossible: hasRows,
    isOn: ({ state }) => areAll(state, (mark) => mark.colour === colour),
    run: ({ actions, state }) => actions.markRows(actedRows(state), { colour }),
  });

/** The exchange that the row in sight speaks of. */
export const shownExchange = (state: BenchState): ExchangeSummary | null => exchangeNow(state, shownRowId(state));

/** Looks for what is like the exchange that is shown. */
const finding = (termOf: (exchange: ExchangeSummary) => string | null): Command =>
  command({
    group: 'exchange',
    isPossible: ({ state }) => {
      const exchange = shownExchange(state);
      return exchange !== null && termOf(exchange) !== null;
    },
    run: (bench) => {
      const exchange = shownExchange(bench.state);
      const term = exchange && termOf(exchange);
      if (term === null) return;
      bench.actions.addTerm(term);
      goTo(bench, 'traffic');
    },
  });

const canBeRepeated = ({ state }: Situation): boolean => {
  const exchange = shownExchange(state);
  return exchange !== null && exchange.channelId !== null && !['malformed', 'pending'].includes(exchange.outcome.state);
};

const repeating = (how: 'as-is' | 're-sign'): Command =>
  command({
    group: 'exchange',
    isForBenchOnly: true,
    isPossible: canBeRepeated,
    run: ({ actions, state }) => {
      const id = shownRowId(state);
      return id === null ? undefined : actions.replay(id, how);
    },
  });

const [red, orange, yellow, green, blue, purple] = markColours;

/** Of the exchange that is shown, or of the rows that are selected together. */
export const exchangeCommands = {
  'send-as-is': repeating('as-is'),
  'send-signed-anew': repeating('re-sign'),
  'pin-exchange': command({
    group: 'exchange',
    keys: 'Alt+P',
    isForBenchOnly: true,
    isPossible: hasRows,
    isOn: ({ state }) => areAll(state, ({ isPinned }) => isPinned),
    run: ({ actions, state }) =>
      actions.markRows(actedRows(state), { isPinned: !areAll(state, ({ isPinned }) => isPinned) }),
  }),
  'note-exchange': command({
    group: 'exchange',
    keys: 'Alt+J',
    isForBenchOnly: true,
    isPossible: hasRows,
    run: ({ actions, state }) => actions.showDialog({ kind: 'note', ids: actedRows(state) }),
  }),
  'colour-red': coloured(red),
  'colour-orange': coloured(orange),
  'colour-yellow': coloured(yellow),
  'colour-green': coloured(green),
  'colour-blue': coloured(blue),
  'colour-purple': coloured(purple),
  'colour-none': coloured(null),
  'find-trace': finding(({ traceId }) => `trace:t${String(traceId)}`),
  'find-user': finding(({ conversationId }) =>
    conversationId === null ? null : `user:${printText(userIdOf(conversationId))}`,
  ),
  'find-status': finding(({ outcome }) => (outcome.state === 'answered' ? `status:${String(outcome.status)}` : null)),
  'find-verdict': finding(({ verdict, outcome }) => (outcome.state === 'pending' ? null : `verdict:${verdict}`)),
};
