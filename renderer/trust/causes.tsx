import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { causes, type CauseCode } from '#shared/trust/autopsy/causes.ts';
import type { Cause, Examination } from '#shared/trust/autopsy/cause.ts';
import shared from './trust.module.css';
import styles from './verdict.module.css';

/** The cause that was proven with its proof, then what else may be wrong. Its reason and fix are in the verdict above. */
export const Causes = ({ examination }: { readonly examination: Examination }) => {
  const [first, ...rest] = examination.causes;
  if (!first) return null;
  if (first.certainty === 'possible') return <OtherCauses title="Possible causes" causes={examination.causes} />;
  return (
    <>
      <section aria-label="Cause">
        <header className={shared.head}>
          <h3>Cause</h3>
          <Code code={first.code} />
        </header>
        <dl className={shared.credential}>
          <dt>What</dt>
          <dd>{causes[first.code]}</dd>
          <dt>Proof</dt>
          <dd>{first.proof}</dd>
        </dl>
      </section>
      <OtherCauses title="Also worth a look" causes={rest} />
    </>
  );
};

const OtherCauses = ({ title, causes }: { readonly title: string; readonly causes: readonly Cause[] }) =>
  causes.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className={shared.heading}>{title}</h3>
      <ul className={shared.checks}>
        {causes.map((cause, index) => (
          <li key={index} className={styles.other}>
            <div className={styles.otherWords}>
              <p>{cause.because}</p>
              <p className={shared.soft}>{cause.proof}</p>
              <p>
                <strong>Fix:</strong> {cause.fix}
              </p>
            </div>
            <Code code={cause.code} />
          </li>
        ))}
      </ul>
    </section>
  );

/** The stable name of a cause: small, because it is for tickets and scripts. */
const Code = ({ code }: { readonly code: CauseCode }) => (
  <span className={styles.code}>
    <code>{code}</code>
    <CopyButton text={code} label={`Copy ${code}`} />
  </span>
);
