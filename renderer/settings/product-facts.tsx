import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { useSession } from '#renderer/store/context.tsx';
import type { Product } from '#shared/session/state.ts';
import styles from './product-facts.module.css';

const secretsWords: Readonly<Record<Product['secretsKept'], string>> = {
  sealed: 'Sealed by the system',
  file: 'In a file that only you can read',
};
const shellWords: Readonly<Record<Product['shell'], string>> = { desktop: 'desktop app', served: 'served page' };

/** What a person asks for who wants to know what runs here, and where its things are. */
export const ProductFacts = () => {
  const { dataFolder, secretsKept, version, shell } = useSession((session) => session.product);
  return (
    <dl className={styles.facts}>
      <dt>Data folder</dt>
      <dd>
        <code>{dataFolder}</code>
        <CopyButton text={dataFolder} label="Copy the data folder" />
      </dd>
      <dt>Secrets</dt>
      <dd>{secretsWords[secretsKept]}</dd>
      <dt>Version</dt>
      <dd>
        {version}, {shellWords[shell]}
      </dd>
    </dl>
  );
};
