import type { Exchange } from '#shared/exchange/exchange.ts';
import { Causes } from './causes.tsx';
import { CheckList } from './checks.tsx';
import { FindingList } from './findings.tsx';
import { Remedies } from './remedies.tsx';
import { Credential } from './token.tsx';
import { VerdictBlock } from './verdict-block.tsx';
import styles from './trust.module.css';

const stillOpen = 'The exchange is still open: the verdict comes with the answer.';

/** The verdict first, then why, then the token itself. */
export const Trust = ({ exchange }: { readonly exchange: Exchange }) => {
  const { verdict, findings } = exchange;
  const { examination } = verdict;
  const remedy = examination?.causes[0]?.remedy;
  return (
    <div className={styles.trust}>
      <VerdictBlock verdict={verdict.because === '' ? { ...verdict, because: stillOpen } : verdict}>
        {remedy && <Remedies exchange={exchange} remedy={remedy} />}
      </VerdictBlock>
      {examination && <Causes examination={examination} />}
      {verdict.checks.length > 0 && <CheckList checks={verdict.checks} />}
      <Credential verdict={verdict} headers={exchange.request.headers} />
      {findings.length > 0 && <FindingList findings={findings} />}
    </div>
  );
};
