import { ClipboardPaste, Plus } from 'lucide-react';
import { IconButton } from '#renderer/kit/button.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { PayloadTree } from './payload-tree.tsx';
import styles from './payload-tree.module.css';

/** Beside the request: those that were saved, and ways to begin another one. */
export const Rail = ({ place }: { readonly place: string }) => {
  const { payloads: words } = useWords();
  const fresh = useCommand('new-request');
  const paste = useCommand('paste-request');
  return (
    <nav className={styles.rail} aria-label={words.title}>
      <header className={styles.railHead}>
        <h3>{words.title}</h3>
        <IconButton {...paste.button} icon={<ClipboardPaste size={14} aria-hidden />} />
        <IconButton {...fresh.button} icon={<Plus size={16} aria-hidden />} />
      </header>
      <PayloadTree place={place} />
    </nav>
  );
};
