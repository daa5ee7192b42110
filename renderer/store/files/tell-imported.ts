import type { Bench } from '../attempt.ts';
import { faultText } from '../say-fault.ts';
import { createSearchActions } from '../search/search-actions.ts';
import { tell, type Offer } from '../told.ts';
import type { ImportResult } from './import-files.ts';

/** Says what was imported, what was left out and what was refused; shows the new rows where that is wanted. */
export const tellImported = (bench: Bench, { kept, failed, left }: ImportResult): void => {
  const exchangeIds = kept.flatMap(({ imported }) => imported.exchangeIds);
  const skipped = kept.reduce((sum, { imported }) => sum + imported.skipped, 0);
  const [first] = failed;
  const [only, ...more] = kept;
  tell(bench.store, {
    tone: first ? 'bad' : kept.length > 0 ? 'good' : 'note',
    says: (words) => {
      const { importing } = words;
      return [
        only ? importing.imported(exchangeIds.length, more.length === 0 ? only.file.name : kept.length) : '',
        skipped > 0 ? importing.skipped(skipped) : '',
        first ? faultText(first.fault, words) : '',
        failed.length > 1 ? importing.refusedToo(failed.length - 1) : '',
        left > 0 ? importing.cancelled(left) : '',
      ]
        .filter(Boolean)
        .join(' ');
    },
    offer: exchangeIds.length > 0 ? showing(bench, exchangeIds) : null,
  });
};

const showing = (bench: Bench, exchangeIds: readonly number[]): Offer => {
  const sorted = exchangeIds.toSorted((one, other) => one - other);
  const range = `${String(sorted[0])}..${String(sorted.at(-1))}`;
  return {
    title: ({ importing }) => importing.show,
    act: () => createSearchActions(bench).typeSearch(`is:imported id:${range}`),
  };
};
