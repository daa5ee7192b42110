import { useState, type KeyboardEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { longestNote } from '#shared/exchange/mark.ts';
import styles from './note-dialog.module.css';

/** What a person has to say about an exchange, or about several. */
export const NoteDialog = () => {
  const dialog = useBench(({ view }) => view.dialog);
  return dialog?.kind === 'note' ? <Note ids={dialog.ids} /> : null;
};

const Note = ({ ids }: { readonly ids: readonly number[] }) => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const [first] = ids;
  const kept = useSession(({ marks }) => marks.find(({ exchangeId }) => exchangeId === first)?.note ?? '');
  const [note, setNote] = useState(kept);
  const close = () => actions.showDialog(null);
  const save = () => {
    close();
    void actions.markRows(ids, { note: note.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // As in a message: Shift makes a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <Sheet title={ids.length > 1 ? words.noteOnMany(ids.length) : words.noteOn(first ?? 0)} close={close}>
      <div className={styles.note}>
        <textarea
          className={styles.text}
          autoFocus
          aria-label={words.note}
          placeholder={words.noteHint}
          rows={3}
          maxLength={longestNote}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.answers}>
          <Button look="primary" onClick={save}>
            {words.saveNote}
          </Button>
        </div>
      </div>
    </Sheet>
  );
};
