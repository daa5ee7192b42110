import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { shortcuts } from '#renderer/store/shortcuts.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './shell.module.css';

/** What the keyboard can do. */
export const ShortcutList = () => {
  const actions = useActions();
  const words = useWords();
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'shortcuts');
  if (!isOpen) return null;
  return (
    <Sheet title={words.shell.top.shortcuts} close={() => actions.showDialog(null)}>
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className={styles.shortcut}>
            <dt>{words.shortcuts[does]}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
};
