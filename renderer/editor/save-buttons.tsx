import { Undo2 } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { keysText } from '#renderer/store/commands/keys.ts';
import { useActions, usePage } from '#renderer/store/context.tsx';
import { isChanged, type Writing } from '#renderer/store/editor/writing.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './request-editor.module.css';

type SaveButtonsProps = {
  readonly place: string;
  readonly writing: Writing;
  /** It has a place of its own on the shelf. */
  readonly isSaved: boolean;
  readonly save: () => void;
  readonly saveAs: () => void;
};

/** Whether something is not saved, a way back, and saving: in its place, or under a name. */
export const SaveButtons = ({ place, writing, isSaved, save, saveAs }: SaveButtonsProps) => {
  const actions = useActions();
  const { screen } = usePage();
  const { editor, payloads: words } = useWords();
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
        <Button tip={keys} onClick={save}>
          {words.save}
        </Button>
      )}
      <Button look="quiet" {...(isSaved ? {} : { tip: keys })} onClick={saveAs}>
        {words.saveAs}
      </Button>
    </>
  );
};
