import { useMemo } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { useVeil } from '#renderer/store/inspect/use-veil.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { Causes } from './causes.tsx';
import { CheckList } from './checks.tsx';
import { FindingList } from './findings.tsx';
import { ReplayNote } from './replay-note.tsx';
import { Remedies } from './remedies.tsx';
import { SignedBytes } from './byte-truth.tsx';
import { Credential } from './token.tsx';
import { VerdictBlock } from './verdict-block.tsx';
import { WhatIf } from './what-if.tsx';
import styles from './trust.module.css';

/** The verdict first, then why, then the token itself. */
export const Trust = ({ exchange }: { readonly exchange: Exchange }) => {
  const actions = useActions();
  const { trust: words } = useWords();
  const { verdict, findings } = exchange;
  const { channelId } = exchange.summary;
  const isReadOnly = useReadOnly() !== '';
  const veil = useVeil(exchange);
  const { examination } = verdict;
  return (
    <div className={styles.trust}>
      <VerdictBlock verdict={verdict.because === '' ? { ...verdict, because: words.stillOpen } : verdict}>
        <Remedies exchange={exchange} />
      </VerdictBlock>
      <ReplayNote exchange={exchange} />
      {examination && <Causes examination={examination} />}
      {examination?.bytes && <SignedBytes bytes={examination.bytes} />}
      {verdict.checks.length > 0 && <CheckList checks={verdict.checks} />}
      <Credential verdict={verdict} headers={exchange.request.headers} veil={veil}>
        {channelId !== null && !isReadOnly && (
          <Button look="quiet" onClick={() => actions.showDialog({ kind: 'mint', channelId })}>
            {words.makeToken}
          </Button>
        )}
      </Credential>
      <Supposing exchange={exchange} />
      {findings.length > 0 && <FindingList findings={findings} />}
    </div>
  );
};

/** Only for what an end of a channel judged: elsewhere there is nothing to suppose otherwise. */
const Supposing = ({ exchange: { summary, verdict } }: { readonly exchange: Exchange }) => {
  const source = useMemo(() => ({ kind: 'exchange', id: summary.id }) as const, [summary.id]);
  const isReadOnly = useReadOnly() !== '';
  if (isReadOnly || summary.channelId === null || (verdict.checks.length === 0 && !verdict.credential)) return null;
  return <WhatIf channelId={summary.channelId} source={source} asOf={summary.openedAt} />;
};
