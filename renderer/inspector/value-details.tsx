import { ActionsMenu } from '#renderer/kit/actions-menu.tsx';
import { Certainty } from '#renderer/form/certainty.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { valueMenu } from '#renderer/store/commands/value-menu.ts';
import { useMenu } from '#renderer/store/commands/use-menu.ts';
import { pointersOf, type JsonRow } from '#renderer/store/json-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { writtenPointers } from '#shared/schema/placed-findings.ts';
import type { SchemaHint } from '#shared/schema/schema-hints.ts';
import { sourceOf } from '#shared/text/json-outline.ts';
import { decodedString } from '#shared/text/json-tokens.ts';
import styles from './json-tree.module.css';

/** A shorter text is seen whole in its line. */
const short = 40;
/** More than this of a text is looked at elsewhere. */
const mostShown = 20_000;

type ValueDetailsProps = { readonly id: string; readonly row: JsonRow; readonly hint: SchemaHint | null };

/** Where the value of a row is, what the vendor says of it, and a long text as it is meant. */
export const ValueDetails = ({ id, row, hint }: ValueDetailsProps) => {
  const { body: words, commands, format } = useWords();
  const menu = useMenu(valueMenu);
  const pointer = writtenPointers(pointersOf(row));
  const text =
    row.node.kind === 'string' && row.nested === 'none' ? decodedString(sourceOf(row.scanned, row.node)) : '';
  const isLong = text.length > short || text.includes('\n');
  return (
    <section className={styles.details} data-sticks="bottom" aria-label={words.tree.about}>
      <div className={styles.way}>
        <code translate="no">{pointer === '' ? '/' : pointer}</code>
        <CopyButton text={pointer} label={commands.titles['copy-pointer']} />
        <ActionsMenu label={words.tree.menu} entries={menu} />
      </div>
      {hint && (
        <p id={id} lang="en">
          <strong>{hint.title}</strong>{' '}
          {hint.status && <Certainty status={hint.status} source={hint.source ?? undefined} />} {hint.description}
        </p>
      )}
      {isLong && (
        <>
          <pre className={styles.whole} tabIndex={0} translate="no">
            {text.slice(0, mostShown)}
          </pre>
          {text.length > mostShown && <p>{words.tree.shownPart(format.count(mostShown))}</p>}
        </>
      )}
    </section>
  );
};
