import { useEffect, useMemo, useState } from 'react';
import { isTranscript, type ExportFormat, type Shell } from '#shared/export/export-format.ts';
import { useActions, useBench, usePage } from '../context.tsx';
import { exportSubjects, likelySubject, type ExportSubject, type SubjectKind } from './export-subjects.ts';
import type { ExportInput } from './export-actions.ts';

/** What a person has chosen of an export; what does not go with the form is as if it had not been chosen. */
export type ExportDraft = {
  readonly subject: SubjectKind;
  readonly format: ExportFormat;
  readonly shell: Shell;
  readonly withSecrets: boolean;
  readonly keepPersons: boolean;
  readonly alsoReplace: readonly string[];
};

/** Whether credentials can be left in a file of this form. */
export const takesSecrets = (format: ExportFormat): boolean => !isTranscript(format) && format !== 'bundle';

/** What the harness is asked for. */
export const exportInput = (draft: ExportDraft, { choice }: ExportSubject): ExportInput => {
  const { format, shell, keepPersons, alsoReplace } = draft;
  const withSecrets = draft.withSecrets && takesSecrets(format);
  return {
    format,
    choice,
    options: {
      ...(format === 'curl' ? { shell } : {}),
      ...(format === 'bundle' ? { keepPersons } : {}),
      ...(withSecrets ? { withSecrets } : { alsoReplace: [...alsoReplace] }),
    },
  };
};

/** What is being chosen, and among what. */
export const useExportDraft = (wanted: SubjectKind | undefined) => {
  const { store } = usePage();
  const [draft, setDraft] = useState<ExportDraft>(() => ({
    subject: wanted ?? likelySubject(store.getState()),
    format: 'bundle',
    shell: 'posix',
    withSecrets: false,
    keepPersons: false,
    alsoReplace: [],
  }));
  const session = useBench((state) => state.session);
  const view = useBench((state) => state.view);
  const subjects = useMemo(
    () => exportSubjects({ session, view, link: { state: 'connected' } }),
    // A message in the status bar changes the view as well.
    // eslint-disable-next-line react/exhaustive-deps -- only these parts of it are read.
    [session, view.listing, view.chosen, view.exchangeId, view.remembered],
  );
  const subject = subjects.find(({ kind }) => kind === draft.subject) ?? subjects.at(-1);
  return { draft, subject, subjects, change: (change: Partial<ExportDraft>) => setDraft({ ...draft, ...change }) };
};

/** How many rows each of these is, as far as it is known yet. */
export const useRowCounts = (subjects: readonly ExportSubject[]): ReadonlyMap<SubjectKind, number> => {
  const actions = useActions();
  const [counted, setCounted] = useState<ReadonlyMap<string, number>>(new Map());
  const queries = [...new Set(subjects.filter(({ rows }) => rows === null).map(({ counting }) => counting))].join('\n');
  useEffect(() => {
    let isWanted = true;
    const count = async (): Promise<void> => {
      for (const query of queries.split('\n')) {
        const rows = await actions.countRows(query, () => isWanted);
        if (rows === null) return;
        setCounted((before) => new Map(before).set(query, rows));
      }
    };
    // A number that cannot be had is left out.
    count().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [actions, queries]);
  return new Map(
    subjects.flatMap(({ kind, rows, counting }) => {
      const count = rows ?? counted.get(counting);
      return count === undefined ? [] : [[kind, count] as const];
    }),
  );
};
