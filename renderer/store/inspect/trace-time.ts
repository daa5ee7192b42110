import type { Author } from '#shared/exchange/message.ts';
import { barOn, scaleOf, type Bar, type Scale } from '../phase-bars.ts';
import type { TraceStep } from './trace.ts';

/** Something said, on the scale of its trace: where it stands, as a share from 0 to 1. */
export type Said = { readonly id: string; readonly author: Author; readonly at: number; readonly start: number };

/** A line of a trace in the order of time: an exchange, or a stretch in which none was under way. */
export type TraceLane =
  | (Bar & { readonly kind: 'exchange'; readonly step: TraceStep; readonly said: readonly Said[] })
  /** `until`: what ended it. */
  | (Bar & { readonly kind: 'gap'; readonly until: 'user' | 'bot' | 'request' });

export type TraceTime = {
  readonly lanes: readonly TraceLane[];
  /** Milliseconds from the first request to the last answer. */
  readonly whole: number;
  /** Milliseconds from what the user said to the last that was said to them; null where one of them is not there. */
  readonly untilAnswered: number | null;
};

/** A shorter stretch, as a share of the whole, is the time of a call: nobody waited. */
const shortestGap = 0.01;

/** A trace on one axis of time: its exchanges, what was said when, and the gaps between. */
export const traceTime = (steps: readonly TraceStep[]): TraceTime => {
  const timed = steps
    .map((step) => ({ step, span: spanOf(step) }))
    .toSorted((one, other) => one.span.begin - other.span.begin);
  if (timed.length === 0) return { lanes: [], whole: 0, untilAnswered: null };
  const said = steps.flatMap(({ messages }) => messages);
  const scale = scaleOf([...timed.map(({ span }) => span), ...said.map(({ at }) => ({ begin: at, end: at }))]);
  const whole = scale.end - scale.begin;
  const lanes: TraceLane[] = [];
  let end = timed[0]?.span.begin ?? 0;
  for (const { step, span } of timed) {
    if (span.begin - end > Math.max(1, whole * shortestGap))
      lanes.push({ kind: 'gap', until: endedBy(step), ...barOn(scale, end, span.begin) });
    lanes.push({
      kind: 'exchange',
      step,
      said: step.messages.map(({ id, author, at }) => {
        const { from, start } = barOn(scale, at, at);
        return { id, author, at: from, start };
      }),
      ...barOn(scale, span.begin, span.end),
    });
    end = Math.max(end, span.end);
  }
  const begun = said.find(({ author }) => author === 'user');
  const answered = said.findLast(({ author }) => author === 'bot' || author === 'agent');
  return { lanes, whole, untilAnswered: begun && answered ? Math.max(0, answered.at - begun.at) : null };
};

const spanOf = ({ exchange: { openedAt, duration } }: TraceStep): Scale => ({
  begin: openedAt,
  end: openedAt + (duration ?? 0),
});

const endedBy = ({ messages }: TraceStep): 'user' | 'bot' | 'request' => {
  const author = messages[0]?.author;
  return author === 'user' || author === 'bot' ? author : 'request';
};
