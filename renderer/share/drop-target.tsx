import { FileDown } from 'lucide-react';
import { useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './drop-target.module.css';

/** What becomes of files that are held over the page, should they be dropped. */
export const DropTarget = () => {
  const { drop: words } = useWords().importing;
  const isBundle = useSession(({ openedBundle }) => openedBundle !== null);
  return (
    <div className={styles.target}>
      <FileDown size={24} aria-hidden />
      <p className={styles.title}>{isBundle ? words.titleInBundle : words.title}</p>
      <p>{isBundle ? words.wordsInBundle : words.words}</p>
    </div>
  );
};
