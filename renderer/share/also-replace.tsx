import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { TextField } from '#renderer/kit/fields.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './export-options.module.css';

/** In characters, as the harness takes them. */
const shortest = 3;
const longest = 500;

type AlsoReplaceProps = {
  readonly words: readonly string[];
  readonly change: (words: readonly string[]) => void;
};

/** Words that only the person knows to be private. */
export const AlsoReplace = ({ words: named, change }: AlsoReplaceProps) => {
  const { exporting: words } = useWords();
  const [text, setText] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const add = (): void => {
    const word = text.trim().slice(0, longest);
    setTooShort(word.length < shortest);
    if (word.length < shortest) return;
    setText('');
    if (!named.includes(word)) change([...named, word]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <>
      <div className={styles.adding} onKeyDown={onKeyDown}>
        <TextField
          label={words.alsoReplace}
          hint={words.alsoReplaceHint}
          issues={isTooShort ? [words.tooShort] : []}
          value={text}
          onChange={(value) => {
            setText(value);
            setTooShort(false);
          }}
        />
        <Button onClick={add}>{words.add}</Button>
      </div>
      {named.length > 0 && (
        <ul className={styles.named} aria-label={words.alsoReplace}>
          {named.map((word) => (
            <li key={word} className={styles.word}>
              <span translate="no">{word}</span>
              <IconButton
                className={styles.takeOut}
                label={words.takeOut(word)}
                icon={<X size={12} aria-hidden />}
                onClick={() => change(named.filter((each) => each !== word))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
