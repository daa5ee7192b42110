import type { RowPage } from '#shared/contract/commands/row-commands.ts';
import type { VerdictState } from '#shared/trust/verdict.ts';

type Groups = Required<Pick<RowPage, 'conversations' | 'conversationOf' | 'refused' | 'unchecked'>>;

/** Each conversation once, and where it stands for each row; '' where a row has none. All three are in the same order. */
export const grouped = (
  ids: readonly number[],
  conversationIds: readonly string[],
  verdicts: readonly VerdictState[],
): Groups => {
  const places = new Map<string, number>();
  const conversationOf = conversationIds.map((id) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  });
  const of = (verdict: VerdictState): readonly number[] => ids.filter((_, index) => verdicts[index] === verdict);
  return {
    conversations: [...places.keys()].map((id) => id || null),
    conversationOf,
    refused: of('refused'),
    unchecked: of('unchecked'),
  };
};
