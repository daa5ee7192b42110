import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { exportInput, useExportDraft, type ExportDraft } from '#renderer/store/share/use-export-draft.ts';
import type { SubjectKind } from '#renderer/store/share/export-subjects.ts';
import { useExportJob } from '#renderer/store/share/use-export-job.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ExportChoices } from './export-choices.tsx';
import { ExportFoot } from './export-foot.tsx';
import { ExportOptions } from './export-options.tsx';
import { Made } from './made.tsx';
import styles from './export-sheet.module.css';

/** Makes a file of what was captured, where it is asked for. */
export const ExportSheet = () => {
  const dialog = useBench(({ view }) => view.dialog);
  return dialog?.kind === 'export' ? <OpenExport wanted={dialog.subject} /> : null;
};

/** What goes into the file, in which form, and before a bundle is written all that is replaced in it. */
const OpenExport = ({ wanted }: { readonly wanted: SubjectKind | undefined }) => {
  const actions = useActions();
  const { exporting: words } = useWords();
  const { draft, subject, subjects, change } = useExportDraft(wanted);
  const { job, make, cancel } = useExportJob();
  const close = () => actions.showDialog(null);
  if (!subject) return null;
  const changeDraft = (changed: Partial<ExportDraft>): void => {
    change(changed);
    const isReviewed = draft.format === 'bundle' && changed.format === undefined && job.state === 'made';
    // What was reviewed is not what would be written any more: it is made again, and can be reviewed again.
    if (isReviewed) void make(exportInput({ ...draft, ...changed }, subject));
    else if (job.state !== 'none') cancel();
  };
  return (
    <Sheet title={words.title} close={close} isWide>
      <div className={styles.screen}>
        <ExportChoices draft={draft} subjects={subjects} chosen={subject.kind} change={changeDraft} />
        <div className={styles.shown}>
          <div className={styles.scroller}>
            <ExportOptions draft={draft} change={changeDraft} />
            <Made job={job} isReviewed={draft.format === 'bundle'} />
          </div>
          <ExportFoot
            draft={draft}
            job={job}
            make={() => make(exportInput(draft, subject))}
            cancel={cancel}
            close={close}
          />
        </div>
      </div>
    </Sheet>
  );
};
