import { ArrowDownLeft, ArrowUpRight, Bot, ChevronRight, User } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions } from '#renderer/store/context.tsx';
import type { TraceStep } from '#renderer/store/inspect/trace.ts';
import { standingOf, statusWord } from '#renderer/store/traffic-rows.ts';
import { veiledTarget } from '#renderer/store/inspect/veil.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { plainText } from '#shared/exchange/message.ts';
import { traceName } from '#shared/exchange/trace.ts';
import styles from './trace-strip.module.css';

/** So many steps are drawn: who wants all of a longer trace looks at it in the traffic. */
const mostSteps = 24;
const shortText = 24;

type TraceStripProps = { readonly steps: readonly TraceStep[]; readonly shownId: number };

/** The exchanges of the trace in their order, from what began it on: each leads to its own. */
export const TraceStrip = ({ steps, shownId }: TraceStripProps) => {
  const { trace: words } = useWords();
  const whole = useCommand('find-trace');
  const list = useRef<HTMLOListElement>(null);
  const at = steps.findIndex(({ ids }) => ids.includes(shownId));
  const from = Math.max(0, Math.min(at - mostSteps / 2, steps.length - mostSteps));
  const drawn = steps.slice(from, from + mostSteps);
  const shownAt = at - from;
  useEffect(() => {
    list.current?.children[shownAt]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shownAt]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const focused = buttons.findIndex((each) => each === document.activeElement);
    if (by === undefined || focused < 0) return;
    event.preventDefault();
    buttons[focused + by]?.focus();
  };
  const [first] = steps;
  if (!first || steps.length < 2) return null;
  return (
    <ol
      ref={list}
      className={styles.strip}
      aria-label={words.strip(traceName(first.exchange.traceId))}
      onKeyDown={onKeyDown}
    >
      {drawn.map((step, index) => (
        <Step
          key={step.exchange.id}
          step={step}
          place={from + index}
          count={steps.length}
          isShown={from + index === at}
          isTabStop={at < 0 ? index === 0 : from + index === at}
        />
      ))}
      {steps.length > drawn.length && (
        <li>
          <button type="button" className={styles.step} tabIndex={-1} onClick={whole.run}>
            {words.more(steps.length - drawn.length)}
          </button>
        </li>
      )}
    </ol>
  );
};

type StepProps = {
  readonly step: TraceStep;
  readonly place: number;
  readonly count: number;
  readonly isShown: boolean;
  readonly isTabStop: boolean;
};

const Step = ({ step, place, count, isShown, isTabStop }: StepProps) => {
  const actions = useActions();
  const words = useWords();
  const { exchange, messages } = step;
  const standing = standingOf(exchange, words);
  const status = statusWord(exchange, words);
  const said = messages.find(({ author }) => author === 'user') ?? messages[0];
  const text = said && plainText(said.content);
  const label = text === undefined ? `${exchange.method} ${lastOf(exchange.target)}` : words.trace.quote(cut(text));
  const Icon = said
    ? said.author === 'user'
      ? User
      : Bot
    : step.exchange.direction === 'inbound'
      ? ArrowDownLeft
      : ArrowUpRight;
  const spoken = [
    `${exchange.method} ${veiledTarget(exchange.target)}`,
    text && words.trace.quote(cut(text)),
    status,
    standing.word,
  ];
  return (
    <li className={styles.item}>
      {place > 0 && <ChevronRight size={12} aria-hidden className={styles.arrow} />}
      <button
        type="button"
        className={styles.step}
        aria-current={isShown ? 'step' : undefined}
        aria-label={words.trace.step(place + 1, count, spoken.filter(Boolean).join(', '))}
        title={`${exchange.method} ${veiledTarget(exchange.target)}`}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => actions.selectExchange(exchange.id)}
      >
        <Icon size={12} aria-hidden />
        <span translate="no" className={styles.label}>
          {label}
        </span>
        <span className={styles.status}>{status}</span>
        <ToneIcon tone={standing.standing} size={12} />
      </button>
    </li>
  );
};

const cut = (text: string): string => (text.length > shortText ? `${text.slice(0, shortText - 1)}…` : text);

/** The last part of an address that says something: the whole of it would fill the line. */
const lastOf = (target: string): string => cut(`/${target.split('?', 1)[0]?.split('/').findLast(Boolean) ?? ''}`);
