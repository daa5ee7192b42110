import { classes } from '#renderer/kit/classes.ts';
import { useActions } from '#renderer/store/context.tsx';
import type { TraceStep } from '#renderer/store/inspect/trace.ts';
import { traceTime, type TraceLane } from '#renderer/store/inspect/trace-time.ts';
import { statusWord } from '#renderer/store/traffic-rows.ts';
import { veiledTarget } from '#renderer/store/inspect/veil.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { plainText } from '#shared/exchange/message.ts';
import { traceName } from '#shared/exchange/trace.ts';
import { Heads, Lane, Moment } from './lane.tsx';
import styles from './timing.module.css';

type TraceTimingProps = { readonly steps: readonly TraceStep[]; readonly shownId: number };

/** The exchanges of a trace on one axis of time, from what the user said to what they were told, with the gaps between. */
export const TraceTiming = ({ steps, shownId }: TraceTimingProps) => {
  const { timing, format } = useWords();
  const { trace: words } = timing;
  const { lanes, whole, untilAnswered } = traceTime(steps);
  const traceId = steps[0]?.exchange.traceId ?? 0;
  return (
    <section className={styles.trace} aria-label={words.title(traceName(traceId))}>
      <h3>{words.title(traceName(traceId))}</h3>
      <p className={styles.none}>
        {untilAnswered === null
          ? words.whole(format.duration(whole))
          : words.untilAnswered(format.duration(untilAnswered))}
      </p>
      <table className={styles.phases} aria-label={words.table}>
        <Heads name={words.step} />
        <tbody>
          {lanes.map((lane, index) => (
            <LaneRow key={index} lane={lane} shownId={shownId} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const LaneRow = ({ lane, shownId }: { readonly lane: TraceLane; readonly shownId: number }) => {
  const { timing: words, format } = useWords();
  const numbers = (
    <>
      <td className={styles.number}>{format.duration(lane.from)}</td>
      <td className={styles.number}>{format.duration(lane.took)}</td>
    </>
  );
  if (lane.kind === 'gap')
    return (
      <tr className={styles.gapRow}>
        <th scope="row">{words.trace.gap[lane.until]}</th>
        <Lane bar={lane} look="gap" />
        {numbers}
      </tr>
    );
  return (
    <tr className={classes(lane.step.ids.includes(shownId) && styles.shown)}>
      <th scope="row">
        <StepName step={lane.step} isShown={lane.step.ids.includes(shownId)} />
      </th>
      <Lane bar={lane} look="working">
        {lane.said.map(({ id, author, at, start }) => (
          <span key={id} title={words.trace.saidAt(words.trace.said[author], format.duration(at))}>
            <Moment start={start} look={author === 'user' ? 'user' : 'bot'} />
            <span className="only-heard">{words.trace.saidAt(words.trace.said[author], format.duration(at))}</span>
          </span>
        ))}
      </Lane>
      {numbers}
    </tr>
  );
};

const StepName = ({ step, isShown }: { readonly step: TraceStep; readonly isShown: boolean }) => {
  const actions = useActions();
  const words = useWords();
  const { exchange, messages } = step;
  const said = messages[0] && plainText(messages[0].content);
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={isShown ? 'step' : undefined}
      title={`${exchange.method} ${veiledTarget(exchange.target)}`}
      onClick={() => actions.selectExchange(exchange.id)}
    >
      <span translate="no">
        #{exchange.id} {exchange.method} {statusWord(exchange, words)}
      </span>
      {said !== undefined && <span className={styles.said}>{words.trace.quote(said.slice(0, 60))}</span>}
    </button>
  );
};
