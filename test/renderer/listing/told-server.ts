import type { FoundPage } from '#shared/contract/find-rows.ts';
import { grouped } from '#shared/query/grouped.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { SessionEvent } from '#shared/session/events.ts';
import { sessionWindow } from '#shared/session/state.ts';
import { isRow } from '#shared/query/facets.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { exchangeOf } from '../examples.ts';

export type Happening =
  | { readonly kind: 'receive' | 'send' }
  /** The open outbound exchange at this place comes back to us. */
  | { readonly kind: 'come-back'; readonly at: number }
  | { readonly kind: 'close'; readonly at: number; readonly status: number; readonly user: number }
  | { readonly kind: 'retain'; readonly at: number }
  | { readonly kind: 'clear' }
  | { readonly kind: 'undo' };

const pending = { state: 'pending' } as const;

/** A harness as the list sees it: what happens is told as events, and rows are asked for. */
export const createToldServer = (finds: (exchange: ExchangeSummary) => boolean) => {
  let exchanges: readonly ExchangeSummary[] = [];
  let hiddenUpTo = 0;
  let nextId = 1;
  const shown = () => exchanges.filter(({ id }) => id > hiddenUpTo);
  const isReceived = (id: number) => shown().some(({ direction, twinId }) => direction === 'inbound' && twinId === id);
  const rows = () => shown().filter((each) => isRow(each) && (each.direction === 'inbound' || !isReceived(each.id)));
  const open = (change: Partial<ExchangeSummary>): readonly SessionEvent[] => {
    const exchange = exchangeOf(nextId, { conversationId: null, outcome: pending, duration: null, ...change });
    nextId += 1;
    exchanges = [...exchanges, exchange];
    return [{ type: 'exchange-opened', exchange }];
  };
  const openOnes = () => shown().filter(({ outcome }) => outcome.state === 'pending');
  const happen = (happening: Happening): readonly SessionEvent[] => {
    switch (happening.kind) {
      case 'receive':
        return open({});
      case 'send':
        return open({ direction: 'outbound' });
      case 'come-back': {
        const away = openOnes().filter(({ id, direction }) => direction === 'outbound' && !isReceived(id));
        const sent = away[happening.at % (away.length || 1)];
        return sent ? open({ twinId: sent.id }) : [];
      }
      case 'close': {
        const before = openOnes()[happening.at % (openOnes().length || 1)];
        if (!before) return [];
        const received = shown().find(({ direction, twinId }) => direction === 'inbound' && twinId === before.id);
        const exchange: ExchangeSummary = {
          ...before,
          twinId: before.twinId ?? (before.direction === 'outbound' ? (received?.id ?? null) : null),
          conversationId: `c1/u${String(happening.user)}`,
          outcome: { state: 'answered', status: happening.status },
          verdict: happening.status === 401 ? 'refused' : 'trusted',
        };
        exchanges = exchanges.map((each) => (each.id === exchange.id ? exchange : each));
        return [{ type: 'exchange-closed', exchange }];
      }
      case 'retain': {
        const last = shown()[happening.at % (shown().length || 1)];
        if (!last) return [];
        exchanges = exchanges.filter(({ id }) => id > last.id);
        return [{ type: 'exchanges-removed', upTo: last.id, exchangeCount: shown().length }];
      }
      case 'clear':
        hiddenUpTo = nextId - 1;
        return [{ type: 'exchanges-removed', upTo: hiddenUpTo, exchangeCount: 0 }];
      case 'undo': {
        if (hiddenUpTo === 0) return [];
        hiddenUpTo = 0;
        const restored = shown().slice(-sessionWindow);
        return [
          { type: 'exchanges-restored', exchanges: restored, messages: [], marks: [], restoredCount: restored.length },
        ];
      }
      default:
        return assertNever(happening);
    }
  };
  return {
    happen,
    newest: (count: number): readonly ExchangeSummary[] => shown().slice(-count),
    /** The ids of the rows that are found, newest first. */
    fresh: (): readonly number[] =>
      rows()
        .filter(finds)
        .map(({ id }) => id)
        .toReversed(),
    page: (before: number | null, size: number): FoundPage => {
      const older = rows()
        .filter(({ id }) => id < (before ?? Infinity))
        .toReversed();
      const looked = older.slice(0, size);
      const found = looked.filter(finds);
      const ids = found.map(({ id }) => id);
      return {
        ids,
        ...grouped(
          ids,
          found.map(({ conversationId }) => conversationId ?? ''),
          found.map(({ verdict }) => verdict),
        ),
        search: 'words',
        nextBefore: older.length > size ? (looked.at(-1)?.id ?? null) : null,
      };
    },
    match: (ids: readonly number[]): ReadonlySet<number> =>
      new Set(
        rows()
          .filter((each) => ids.includes(each.id) && finds(each))
          .map(({ id }) => id),
      ),
    groupsOf: (): ReadonlyMap<string, readonly number[]> => {
      const groups = new Map<string, readonly number[]>();
      for (const { id, conversationId } of rows().filter(finds).toReversed())
        groups.set(conversationId ?? '', [...(groups.get(conversationId ?? '') ?? []), id]);
      return groups;
    },
    byId: (id: number): ExchangeSummary | undefined => exchanges.find((each) => each.id === id),
  };
};
