import { Repeat, Zap } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import { formatDuration } from '#renderer/kit/format.ts';
import { ToneWord } from '#renderer/kit/tone.tsx';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { defectTitles } from '#renderer/store/defects.ts';
import { outcomeSentence, standingOf, statusStanding, statusWord, wasWithheld } from '#renderer/store/traffic-rows.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { ReplayMenu } from './replay-menu.tsx';
import styles from './inspector.module.css';

/** What became of the exchange, in one line that never scrolls away. */
export const InspectorHead = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const standing = standingOf(summary);
  const sentence = outcomeSentence(summary);
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <span className={styles.method}>{summary.method}</span>
        <span className={styles.target} title={`${summary.origin}${summary.target}`}>
          {summary.target}
        </span>
        <span className={classes(styles.status, styles[statusStanding(summary)])}>{statusWord(summary)}</span>
        {summary.duration !== null && !wasWithheld(summary) && (
          <span className={styles.duration}>{formatDuration(summary.duration)}</span>
        )}
        <ToneWord tone={standing.standing} word={standing.word} />
      </div>
      <div className={styles.subLine}>
        {summary.twinId === null ? <span>{wayWords(summary)}</span> : <SideSwitch shown={summary.direction} />}
        <span className={styles.number}>#{summary.id}</span>
        <ReplayMenu summary={summary} />
      </div>
      {summary.defect !== '' && <ActedDefects summary={summary} />}
      {sentence !== '' && <p className={styles.sentence}>{sentence}</p>}
    </header>
  );
};

/** What misbehaved on purpose is said first: everything else about the exchange may come of it. */
const ActedDefects = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find((each) => each.id === summary.channelId));
  const platform = platforms.find((each) => each.id === channel?.platformId);
  const titles = defectTitles(summary.defect, platform);
  return (
    <p className={styles.defects}>
      <Zap size={13} aria-hidden /> {titles.length === 1 ? 'Defect' : 'Defects'}: {titles.join(', ')}
    </p>
  );
};

const wayWords = ({ direction, remote, origin }: ExchangeSummary): string =>
  direction === 'inbound' ? `Received from ${remote}` : `Sent to ${origin || remote}`;

/** The same request as it was sent and as it arrived: both ends are ours. */
const SideSwitch = ({ shown }: { readonly shown: ExchangeSummary['direction'] }) => {
  const actions = useActions();
  const side = useBench(({ view }) => view.side);
  return (
    <>
      <Repeat size={13} aria-hidden />
      <div className={styles.sides} role="group" aria-label="Side of the loopback exchange">
        <button type="button" aria-pressed={shown === 'outbound'} onClick={() => actions.showSide('outbound')}>
          As sent
        </button>
        <button type="button" aria-pressed={shown === 'inbound'} onClick={() => actions.showSide('inbound')}>
          As received
        </button>
      </div>
      {side !== shown && <span>the other side is not kept any more</span>}
    </>
  );
};
