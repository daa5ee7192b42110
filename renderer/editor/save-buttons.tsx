import { Undo2 } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { keysText } from '#renderer/store/commands/keys.ts';
import { useActions, usePage, useSession } from '#renderer/store/context.tsx';
import { isChanged, type Writing } from '#renderer/store/editor/writing.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { splitUrl } from '#shared/sending/split-url.ts';
import { NamingForm } from './naming-form.tsx';
import { firstName } from './save-dialog.tsx';
import styles from './request-editor.module.css';

type SaveButtonsProps = {
  readonly place: string;
  readonly writing: Writing;
  readonly isNaming: boolean;
  readonly setNaming: (isNaming: boolean) => void;
};

/** Whether something is not saved, a way back, and saving: in its place, or under a name. */
export const SaveButtons = ({ place, writing, isNaming, setNaming }: SaveButtonsProps) => {
  const actions = useActions();
  const { screen } = usePage();
  const { editor, payloads: words } = useWords();
  const isSaved = writing.origin.kind === 'payload';
  const keys = keysText('Mod+S', screen.isMac);
  return (
    <>
      {isChanged(writing) && (
        <>
          <span className={styles.changed}>{editor.changed}</span>
          <IconButton
            label={editor.revert}
            icon={<Undo2 size={16} aria-hidden />}
            onClick={() => actions.forgetWritten(place)}
          />
        </>
      )}
      {isSaved && (
        <Button tip={keys} onClick={() => void actions.saveWritten(place)}>
          {words.save}
        </Button>
      )}
      <Button look="quiet" {...(isSaved ? {} : { tip: keys })} onClick={() => setNaming(true)}>
        {words.saveAs}
      </Button>
      {isNaming && <NamingSheet place={place} writing={writing} close={() => setNaming(false)} />}
    </>
  );
};

type NamingSheetProps = { readonly place: string; readonly writing: Writing; readonly close: () => void };

const NamingSheet = ({ place, writing: { draft, origin }, close }: NamingSheetProps) => {
  const actions = useActions();
  const { payloads: words } = useWords();
  const known = useSession(({ shelf }) =>
    shelf.payloads.find(({ id }) => origin.kind === 'payload' && origin.id === id),
  );
  const begin = known
    ? { name: words.copyOf(known.name), folder: known.folder }
    : { name: firstName(draft.method, splitUrl(draft.url).target), folder: '' };
  const isLeftOut = draft.sign === 're-sign' && draft.channelId !== null;
  return (
    <Sheet title={words.saveTitle} close={close}>
      <NamingForm
        begin={begin}
        verb={words.verb}
        note={isLeftOut ? words.credentialLeftOut : words.credentialAsItIs}
        save={(naming) => actions.saveWrittenAs(place, naming)}
        close={close}
      />
    </Sheet>
  );
};
