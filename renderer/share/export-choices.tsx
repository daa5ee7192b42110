import { Choices } from '#renderer/kit/choices.tsx';
import type { ExportSubject, SubjectKind } from '#renderer/store/share/export-subjects.ts';
import { useRowCounts, type ExportDraft } from '#renderer/store/share/use-export-draft.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { ExportFormat } from '#shared/export/export-format.ts';
import styles from './export-sheet.module.css';

const formats: readonly ExportFormat[] = ['bundle', 'har', 'curl', 'postman', 'markdown', 'html'];

type ExportChoicesProps = {
  readonly draft: ExportDraft;
  readonly subjects: readonly ExportSubject[];
  readonly chosen: SubjectKind;
  readonly change: (change: Partial<ExportDraft>) => void;
};

/** What goes into the file, and in which form. */
export const ExportChoices = ({ draft, subjects, chosen, change }: ExportChoicesProps) => {
  const { exporting: words } = useWords();
  const counts = useRowCounts(subjects);
  return (
    <div className={styles.choices}>
      <Choices
        legend={words.what}
        isFirst
        value={chosen}
        choices={subjects.map((subject) => {
          const count = counts.get(subject.kind);
          return {
            value: subject.kind,
            title: titleOf(subject, words),
            ...detailOf(subject),
            aside: count === undefined ? '…' : words.rows(count),
          };
        })}
        onChange={(subject) => change({ subject })}
      />
      <Choices
        legend={words.as}
        value={draft.format}
        choices={formats.map((format) => ({ value: format, title: words.formats[format].title }))}
        onChange={(format) => change({ format })}
      />
    </div>
  );
};

const titleOf = ({ kind, name }: ExportSubject, words: Words['exporting']): string =>
  kind === 'chosen' && name !== '' ? words.subjects.one(name) : words.subjects[kind];

const detailOf = ({ kind, name }: ExportSubject) => {
  if (name === '' || kind === 'chosen') return {};
  return {
    detail: kind === 'found' ? <code className={styles.query}>{name}</code> : <span translate="no">{name}</span>,
  };
};
