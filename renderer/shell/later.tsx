import { lazy, Suspense } from 'react';
import { useBench } from '#renderer/store/context.tsx';

/** Big places to work in are read when they are first asked for. */
const RequestEditor = lazy(async () => ({
  default: (await import('#renderer/editor/request-editor.tsx')).RequestEditor,
}));
const PasteDialog = lazy(async () => ({ default: (await import('#renderer/editor/paste-dialog.tsx')).PasteDialog }));
const SaveDialog = lazy(async () => ({ default: (await import('#renderer/editor/save-dialog.tsx')).SaveDialog }));
const CompareSheet = lazy(async () => ({
  default: (await import('#renderer/compare/compare-sheet.tsx')).CompareSheet,
}));

export const SheetsLater = () => {
  const kind = useBench(({ view }) => view.dialog?.kind);
  return (
    <Suspense>
      {kind === 'edit-request' && <RequestEditor />}
      {kind === 'paste-request' && <PasteDialog />}
      {kind === 'save-payload' && <SaveDialog />}
      {kind === 'compare' && <CompareSheet />}
    </Suspense>
  );
};
