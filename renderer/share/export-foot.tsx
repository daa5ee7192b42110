import { Copy, Save } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { ProgressBar } from '#renderer/kit/progress-bar.tsx';
import type { ExportDraft } from '#renderer/store/share/use-export-draft.ts';
import type { ExportJob } from '#renderer/store/share/use-export-job.ts';
import { useTakeMade } from '#renderer/store/share/use-take-made.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Finished } from '#shared/export/carry-over.ts';
import type { ExportFormat } from '#shared/export/export-format.ts';
import styles from './export-sheet.module.css';

/** What is of use in another program at once, without a file. */
const copied: ReadonlySet<ExportFormat> = new Set(['curl', 'markdown']);

type ExportFootProps = {
  readonly draft: ExportDraft;
  readonly job: ExportJob;
  readonly make: () => Promise<Finished | null>;
  readonly cancel: () => void;
  readonly close: () => void;
};

/** How far the file is, and what is done with it. */
export const ExportFoot = ({ draft: { format }, job, make, cancel, close }: ExportFootProps) => {
  const words = useWords();
  const { exporting } = words;
  const { save, copy } = useTakeMade(close);
  if (job.state === 'making') return <Making job={job} cancel={cancel} />;
  const made = job.state === 'made' ? job.finished : null;
  const saveIcon = <Save size={14} aria-hidden />;
  return (
    <footer className={styles.foot}>
      {made && (
        <span className={styles.made} role="status">
          {exporting.size(made.file.fileName, words.format.bytes(made.file.bytes))}
        </span>
      )}
      <span className={styles.space} />
      {copied.has(format) && (
        <Button icon={<Copy size={14} aria-hidden />} onClick={() => void copy(made ?? make())}>
          {exporting.copy}
        </Button>
      )}
      {format === 'bundle' ? (
        made ? (
          <Button look="primary" icon={saveIcon} onClick={() => void save(made)}>
            {exporting.saveBundle}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void make()}>
            {exporting.review}
          </Button>
        )
      ) : (
        <Button look="primary" icon={saveIcon} onClick={() => void save(made ?? make())}>
          {exporting.save}
        </Button>
      )}
    </footer>
  );
};

type MakingProps = { readonly job: Extract<ExportJob, { state: 'making' }>; readonly cancel: () => void };

const Making = ({ job: { progress }, cancel }: MakingProps) => {
  const { exporting: words, format } = useWords();
  const label = progress.total === null ? words.finding : words.making;
  return (
    <footer className={styles.foot}>
      <span>{label}</span>
      <ProgressBar label={label} progress={progress} className={styles.progress} />
      {progress.total !== null && (
        <span className={styles.number}>
          {words.progress(format.count(progress.done), format.count(progress.total))}
        </span>
      )}
      <span className={styles.space} />
      <Button onClick={cancel}>{words.cancel}</Button>
    </footer>
  );
};
