import { Search } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { reviewGroups, type ReviewGroup } from '#renderer/store/share/review.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ReviewLine } from '#shared/export/placeholders.ts';
import styles from './review.module.css';

/** Lines of one kind that are drawn at once: of ten thousand users nobody reads all. */
const linesAtOnce = 100;

/** Every replacement by what it was, so that a person can say whether this may be shared. */
export const Review = ({ review }: { readonly review: readonly ReviewLine[] }) => {
  const { exporting: words } = useWords();
  const [search, setSearch] = useState('');
  const groups = useMemo(() => reviewGroups(review, search), [review, search]);
  if (review.length === 0) return <p className={styles.notYet}>{words.nothingReplaced}</p>;
  return (
    <>
      <label className={styles.search}>
        <Search size={14} aria-hidden />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      {groups.length === 0 && (
        <p className={styles.notYet}>
          {words.noneFound(search.trim())} {words.noneFoundNext}
        </p>
      )}
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </>
  );
};

const Group = ({ group: { kind, lines, places } }: { readonly group: ReviewGroup }) => {
  const { exporting: words } = useWords();
  const id = useId();
  const [shown, setShown] = useState(linesAtOnce);
  const isGone = kind === 'left-out';
  return (
    <section aria-labelledby={id}>
      <h4 id={id} className={styles.kind}>
        {words.kinds[kind]}
        <span className={styles.amount}>{words.things(lines.length, places)}</span>
      </h4>
      <table className={styles.lines} aria-labelledby={id}>
        <colgroup>
          <col className={styles.was} />
          <col className={styles.stands} />
          <col />
        </colgroup>
        <thead>
          <tr className="only-heard">
            <th scope="col" colSpan={isGone ? 2 : 1}>
              {words.columns.was}
            </th>
            {!isGone && <th scope="col">{words.columns.placeholder}</th>}
            <th scope="col">{words.columns.where}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <Line key={`${line.placeholder} ${line.what}`} line={line} />
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + 10 * linesAtOnce)}>
          {words.moreLines(lines.length - shown)}
        </Button>
      )}
    </section>
  );
};

/** Places that are named at once. */
const placesAtOnce = 3;

const Line = ({ line: { was, what, kind, placeholder, places, count } }: { readonly line: ReviewLine }) => {
  const { exporting: words } = useWords();
  const isGone = kind === 'left-out';
  const isSaid = what !== kind && kind !== 'chosen';
  return (
    <tr className={styles.line}>
      {/* What has nothing in its place takes that room: the places stand in one line with those above. */}
      <td colSpan={isGone ? 2 : 1}>
        {was !== null && (
          <code translate="no" className={styles.value} title={was}>
            {was}
          </code>
        )}
        {isSaid && <span lang="en">{what}</span>}
        {was === null && !isGone && <span className={isSaid ? styles.hidden : styles.alone}>{words.secret}</span>}
      </td>
      {!isGone && (
        <td className={styles.placeholder}>
          <code translate="no">{placeholder}</code>
        </td>
      )}
      <td className={styles.where}>
        <span className={styles.count}>{words.times(count)}</span>
        <span lang="en" title={places.join('\n')}>
          {places.slice(0, placesAtOnce).join(', ')}
        </span>
        {count > placesAtOnce && ` ${words.morePlaces(count - placesAtOnce)}`}
      </td>
    </tr>
  );
};
