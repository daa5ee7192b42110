import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import type { RowPage } from '#shared/contract/commands/row-commands.ts';
import type { SearchKind } from '#shared/query/match.ts';
import type { Query } from '#shared/query/query.ts';
import { readQuery } from '#shared/query/read-query.ts';

export type FoundPage = RowPage & { readonly search: SearchKind };

type Asked = Pick<CommandInput<'listRows'>, 'query' | 'zone' | 'group'>;

/** Where an earlier search was left: what is not before `before` has been looked at, `hasFound` says whether with a hit. */
export type Left = { readonly search: SearchKind; readonly before: number | null; readonly hasFound: boolean };

/**
 * Every page of what a query finds, newest first; whoever has enough stops asking, and may go on later from where that was. Where no word
 * begins so, the letters are looked for anywhere, which takes longer: pages say so with `search`.
 */
export async function* findRows(
  harness: Pick<Harness, 'listRows'>,
  asked: Asked,
  left: Left = { search: 'words', before: null, hasFound: false },
): AsyncGenerator<FoundPage> {
  let { before, hasFound } = left;
  const kinds: readonly SearchKind[] = hasWords(readQuery(asked.query ?? '').query)
    ? ['words', 'substring']
    : ['words'];
  for (const search of kinds.slice(kinds.indexOf(left.search))) {
    do {
      const page: RowPage = await harness.listRows({ ...asked, search, ...(before === null ? {} : { before }) });
      hasFound ||= page.ids.length > 0;
      before = page.nextBefore;
      yield { ...page, search };
    } while (before !== null);
    if (hasFound) return;
  }
}

/** Whether it asks for words that could also stand in the middle of others. */
const hasWords = ({ terms }: Query): boolean =>
  terms.some(({ isNegated, wants }) => {
    if (isNegated) return false;
    if (wants.kind === 'header') return wants.any.some(({ value }) => value !== null);
    return wants.kind === 'words' || (wants.kind === 'text' && wants.field.endsWith('body'));
  });
