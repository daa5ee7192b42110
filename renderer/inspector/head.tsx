import { Eye, Repeat, Terminal } from 'lucide-react';
import { ActionsMenu } from '#renderer/kit/actions-menu.tsx';
import { IconButton } from '#renderer/kit/button.tsx';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { Tip } from '#renderer/kit/tooltip.tsx';
import { ToneWord, toneClass } from '#renderer/kit/tone.tsx';
import { useExchangeMenu } from '#renderer/store/commands/exchange-menu.ts';
import type { CommandId } from '#renderer/store/commands/registry.ts';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { veiledTarget } from '#renderer/store/inspect/veil.ts';
import { stepOf, type TraceStep } from '#renderer/store/inspect/trace.ts';
import { outcomeSentence, standingOf, statusStanding, statusWord, wasWithheld } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import { traceName } from '#shared/exchange/trace.ts';
import { Acted } from './acted.tsx';
import { Carried } from './carried.tsx';
import { ReplayMenu } from './replay-menu.tsx';
import { TraceStrip } from './trace-strip.tsx';
import styles from './head.module.css';

/** What is asked of an exchange most often, a click away; all the rest is in the menu. */
const quickActions: readonly { readonly id: CommandId; readonly icon: typeof Terminal }[] = [
  { id: 'show-credentials', icon: Eye },
  { id: 'copy-curl', icon: Terminal },
];

type HeadProps = { readonly summary: ExchangeSummary; readonly steps: readonly TraceStep[] };

/** What became of the exchange and what it belongs to, in lines that never scroll away. */
export const InspectorHead = ({ summary, steps }: HeadProps) => {
  const words = useWords();
  const { format } = words;
  const standing = standingOf(summary, words);
  const sentence = outcomeSentence(summary, words);
  const menu = useExchangeMenu();
  const step = stepOf(steps, summary);
  const isVeiled = useBench(({ view }) => view.unveiled !== summary.id);
  const target = isVeiled ? veiledTarget(summary.target) : summary.target;
  const size = summary.requestBytes + (summary.responseBytes ?? 0);
  return (
    <header className={styles.head}>
      <div
        className={styles.headLine}
        role="group"
        aria-label={words.inspector.headline(`${summary.method} ${target}`, statusWord(summary, words), standing.word)}
      >
        <span className={styles.address}>
          <span translate="no" className={styles.method}>
            {summary.method}
          </span>
          <span translate="no" className={styles.target} title={`${summary.origin}${target}`}>
            {target}
          </span>
        </span>
        <span className={styles.facts}>
          <span className={classes(styles.status, toneClass(statusStanding(summary)))}>
            {statusWord(summary, words)}
          </span>
          {summary.duration !== null && !wasWithheld(summary) && (
            <span className={styles.fact}>{format.duration(summary.duration)}</span>
          )}
          {size > 0 && (
            <span className={styles.fact} title={sizeWords(summary, words)}>
              {format.bytes(size)}
            </span>
          )}
          <ToneWord tone={standing.standing} word={standing.word} />
        </span>
      </div>
      <div className={styles.subLine}>
        {summary.twinId === null ? (
          <span className={styles.way}>{wayWords(summary, words.inspector)}</span>
        ) : (
          <SideSwitch shown={summary.direction} />
        )}
        <span className={styles.number}>#{summary.id}</span>
        <TraceChip traceId={summary.traceId} />
        <span className={styles.space} />
        <span className={styles.actions}>
          <ReplayMenu summary={summary} />
          {quickActions.map(({ id, icon }) => (
            <QuickAction key={id} id={id} icon={icon} />
          ))}
          <ActionsMenu label={words.traffic.actions} entries={menu} />
        </span>
      </div>
      <TraceStrip steps={steps} shownId={summary.id} />
      <div className={styles.belongs}>
        <Carried messages={step?.messages ?? []} />
        <Acted summary={summary} defect={step?.defect ?? summary.defect} rule={step?.rule ?? summary.rule} />
      </div>
      {sentence !== '' && <p className={styles.sentence}>{sentence}</p>}
    </header>
  );
};

const sizeWords = ({ requestBytes, responseBytes }: ExchangeSummary, { inspector, format }: Words): string =>
  inspector.sizes(format.bytes(requestBytes), format.bytes(responseBytes ?? 0));

const QuickAction = ({ id, icon: Icon }: (typeof quickActions)[number]) => {
  const { button } = useCommand(id);
  return <IconButton {...button} icon={<Icon size={15} aria-hidden />} />;
};

/** What the exchange belongs to: a click looks for all of it in the traffic. */
const TraceChip = ({ traceId }: { readonly traceId: number }) => {
  const whole = useCommand('find-trace');
  return (
    <Tip words={whole.title} isRead>
      <button type="button" className={styles.trace} onClick={whole.run}>
        {traceName(traceId)}
      </button>
    </Tip>
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
      <ChoiceBar
        label={words.side}
        choices={[
          { value: 'outbound', title: words.asSent },
          { value: 'inbound', title: words.asReceived },
        ]}
        chosen={shown}
        choose={actions.showSide}
      />
      {side !== shown && <span>{words.otherSideGone}</span>}
    </>
  );
};
