import { useEffect, useRef } from 'react';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useBench } from '#renderer/store/context.tsx';
import { faultText } from '#renderer/store/say-fault.ts';
import type { ExportJob } from '#renderer/store/share/use-export-job.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ExportedFile } from '#shared/export/export-step.ts';
import { Review } from './review.tsx';
import styles from './review.module.css';

type MadeProps = {
  readonly job: ExportJob;
  /** Whether its review is read before it is written. */ readonly isReviewed: boolean;
};

/** What came of making the file: why it could not be made, or what is replaced and left out in it. */
export const Made = ({ job, isReviewed }: MadeProps) => {
  const words = useWords();
  if (job.state === 'failed')
    return (
      <p className={styles.failed} role="alert">
        <ToneIcon tone="bad" />
        <span>{faultText(job.fault, words)}</span>
      </p>
    );
  if (!isReviewed) return null;
  if (job.state !== 'made') return <p className={styles.notYet}>{words.exporting.notYet}</p>;
  return <MadeBundle file={job.finished.file} />;
};

const MadeBundle = ({ file }: { readonly file: ExportedFile }) => {
  const { exporting: words } = useWords();
  const section = useRef<HTMLElement>(null);
  const isNarrow = useBench(({ view }) => view.isNarrow);
  useEffect(() => {
    // There it stands below everything that was chosen.
    if (isNarrow) section.current?.scrollIntoView({ block: 'start' });
  }, [isNarrow]);
  return (
    <section ref={section} className={styles.made} aria-label={words.reviewTitle}>
      <h3 className={styles.title}>
        {words.reviewTitle}
        {file.review.length > 0 && (
          <span className={styles.amount}>
            {words.things(
              file.review.length,
              file.review.reduce((sum, { count }) => sum + count, 0),
            )}
          </span>
        )}
      </h3>
      {file.skipped.map(({ why, count }) => (
        <p key={why} className={styles.skipped}>
          <ToneIcon tone="attention" size={14} />
          <span>{words.skipped[why](count)}</span>
        </p>
      ))}
      <Review review={file.review} />
    </section>
  );
};
