import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { parentOf, type TreeRow } from '#renderer/store/editor/payload-tree.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { beginNaming, NamingForm } from './naming-form.tsx';

/** Another name or folder, for a saved request or for a folder with all that is in it. */
export const RenameSheet = ({ row, close }: { readonly row: TreeRow; readonly close: () => void }) => {
  const actions = useActions();
  const { payloads: words } = useWords();
  if (row.kind === 'payload') {
    const { id, name, folder } = row.payload;
    return (
      <Sheet title={words.moveTitle(name)} close={close} begin={beginNaming}>
        <NamingForm
          begin={{ name, folder }}
          verb={words.moveVerb}
          save={(naming) => actions.movePayload(id, naming)}
          close={close}
        />
      </Sheet>
    );
  }
  return (
    <Sheet title={words.renameFolderTitle(row.name)} close={close} begin={beginNaming}>
      <NamingForm
        begin={{ name: row.name, folder: parentOf(row.path) }}
        verb={words.moveVerb}
        save={({ name, folder }) => actions.moveFolder(row.path, folder === '' ? name : `${folder}/${name}`)}
        close={close}
      />
    </Sheet>
  );
};
