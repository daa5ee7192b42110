import { Repeat, Zap } from 'lucide-react';
import { ActionsMenu } from '#renderer/kit/actions-menu.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { ToneWord } from '#renderer/kit/tone.tsx';
import { useExchangeMenu } from '#renderer/store/commands/exchange-menu.ts';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { defectTitles } from '#renderer/store/defects.ts';
import { outcomeSentence, standingOf, statusStanding, statusWord, wasWithheld } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { ReplayMenu } from './replay-menu.tsx';
import styles from './inspector.module.css';

/** What became of the exchange, in one line that never scrolls away. */
export const InspectorHead = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const words = useWords();
  const standing = standingOf(summary, words);
  const sentence = outcomeSentence(summary, words);
  const menu = useExchangeMenu();
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <span translate="no" className={styles.method}>
          {summary.method}
        </span>
        <span translate="no" className={styles.target} title={`${summary.origin}${summary.target}`}>
          {summary.target}
        </span>
        <span className={classes(styles.status, styles[statusStanding(summary)])}>{statusWord(summary, words)}</span>
        {summary.duration !== null && !wasWithheld(summary) && (
          <span className={styles.duration}>{words.format.duration(summary.duration)}</span>
        )}
        <ToneWord tone={standing.standing} word={standing.word} />
      </div>
      <div className={styles.subLine}>
        {summary.twinId === null ? (
          <span>{wayWords(summary, words.inspector)}</span>
        ) : (
          <SideSwitch shown={summary.direction} />
        )}
        <span className={styles.number}>#{summary.id}</span>
        <ReplayMenu summary={summary} />
        <ActionsMenu label={words.traffic.actions} entries={menu} />
      </div>
      {summary.defect !== '' && <ActedDefects summary={summary} />}
      {sentence !== '' && <p className={styles.sentence}>{sentence}</p>}
    </header>
  );
};

/** What misbehaved on purpose is said first: everything else about the exchange may come of it. */
const ActedDefects = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const { defects: words } = useWords();
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find((each) => each.id === summary.channelId));
  const platform = platforms.find((each) => each.id === channel?.platformId);
  const titles = defectTitles(summary.defect, platform);
  return (
    <p className={styles.defects}>
      <Zap size={13} aria-hidden /> {words.actedHead(titles.length)}: {titles.join(', ')}
    </p>
  );
};

const wayWords = ({ direction, remote, origin }: ExchangeSummary, words: Words['inspector']): string =>
  direction === 'inbound' ? words.receivedFrom(remote) : words.sentTo(origin || remote);

/** The same request as it was sent and as it arrived: both ends are ours. */
const SideSwitch = ({ shown }: { readonly shown: ExchangeSummary['direction'] }) => {
  const actions = useActions();
  const { inspector: words } = useWords();
  const side = useBench(({ view }) => view.side);
  return (
    <>
      <Repeat size={13} aria-hidden />
      <div className={styles.sides} role="group" aria-label={words.side}>
        <button type="button" aria-pressed={shown === 'outbound'} onClick={() => actions.showSide('outbound')}>
          {words.asSent}
        </button>
        <button type="button" aria-pressed={shown === 'inbound'} onClick={() => actions.showSide('inbound')}>
          {words.asReceived}
        </button>
      </div>
      {side !== shown && <span>{words.otherSideGone}</span>}
    </>
  );
};
