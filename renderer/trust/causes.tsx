import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { causes, type CauseCode } from '#shared/trust/autopsy/causes.ts';
import type { Cause, Examination } from '#shared/trust/autopsy/cause.ts';
import shared from './trust.module.css';
import styles from './verdict.module.css';

/** The cause that was proven with its proof, then what else may be wrong. Its reason and fix are in the verdict above. */
export const Causes = ({ examination }: { readonly examination: Examination }) => {
  const { trust: words } = useWords();
  const [first, ...rest] = examination.causes;
  if (!first) return null;
  if (first.certainty === 'possible') return <OtherCauses title={words.possibleCauses} causes={examination.causes} />;
  return (
    <>
      <section aria-label={words.cause}>
        <header className={shared.head}>
          <h3>{words.cause}</h3>
          <Code code={first.code} />
        </header>
        <dl className={shared.credential}>
          <dt>{words.what}</dt>
          <dd lang="en">{causes[first.code]}</dd>
          <dt>{words.proof}</dt>
          <dd lang="en">{first.proof}</dd>
        </dl>
      </section>
      <OtherCauses title={words.otherCauses} causes={rest} />
    </>
  );
};

const OtherCauses = ({ title, causes }: { readonly title: string; readonly causes: readonly Cause[] }) => {
  const { trust: words } = useWords();
  return causes.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className={shared.heading}>{title}</h3>
      <ul className={shared.checks}>
        {causes.map((cause, index) => (
          <li key={index} className={styles.other}>
            <div className={styles.otherWords}>
              <p lang="en">{cause.because}</p>
              <p lang="en" className={shared.soft}>
                {cause.proof}
              </p>
              <p>
                <strong>{words.fix}</strong> <span lang="en">{cause.fix}</span>
              </p>
            </div>
            <Code code={cause.code} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The stable name of a cause: small, because it is for tickets and scripts. */
const Code = ({ code }: { readonly code: CauseCode }) => (
  <span className={styles.code}>
    <code>{code}</code>
    <CopyButton text={code} label={useWords().trust.copyCode(code)} />
  </span>
);
