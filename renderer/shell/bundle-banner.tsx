import { Button } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './shell.module.css';

/** That this is a bundle and no bench: which one, by whom and from when, and the way back. */
export const BundleBanner = () => {
  const { importing, format } = useWords();
  const { banner: words } = importing;
  const bundle = useSession(({ openedBundle }) => openedBundle);
  const count = useSession(({ exchangeCount }) => exchangeCount);
  const importIt = useCommand('import-opened');
  const close = useCommand('close-bundle');
  if (!bundle) return null;
  const at = Date.parse(bundle.madeAt);
  const made = words.made(bundle.madeBy, Number.isNaN(at) ? bundle.madeAt : format.moment(at));
  return (
    <div className={styles.banner} role="region" aria-label={words.readOnly(bundle.name)}>
      <ToneIcon tone="note" />
      <p>
        <strong translate="no">{words.readOnly(bundle.name)}</strong>{' '}
        <span className={styles.quiet}>{`${made} · ${words.exchanges(count)}`}</span>
      </p>
      {importIt.isPossible && (
        <Button look="quiet" tip={words.importHint} onClick={importIt.run}>
          {words.import}
        </Button>
      )}
      {close.isPossible && (
        <Button tip={words.closeHint} onClick={close.run}>
          {words.close}
        </Button>
      )}
    </div>
  );
};
