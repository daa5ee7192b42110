import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { useSession } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './product-facts.module.css';

/** What a person asks for who wants to know what runs here, and where its things are. */
export const ProductFacts = () => {
  const { settings: words } = useWords();
  const { dataFolder, secretsKept, version, shell } = useSession((session) => session.product);
  return (
    <dl className={styles.facts}>
      <dt>{words.dataFolder}</dt>
      <dd>
        <code>{dataFolder}</code>
        <CopyButton text={dataFolder} label={words.copyDataFolder} />
      </dd>
      <dt>{words.secrets}</dt>
      <dd>{words.secretsKept[secretsKept]}</dd>
      <dt>{words.version}</dt>
      <dd>{words.versionIn(version, words.shells[shell])}</dd>
    </dl>
  );
};
