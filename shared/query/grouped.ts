import type { RowPage } from '#shared/contract/commands/row-commands.ts';

/** Each conversation once, and where it stands for each row; '' where a row has none. */
export const grouped = (
  conversationIds: readonly string[],
): Required<Pick<RowPage, 'conversations' | 'conversationOf'>> => {
  const places = new Map<string, number>();
  const conversationOf = conversationIds.map((id) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  });
  return { conversations: [...places.keys()].map((id) => id || null), conversationOf };
};
