import { redact } from '#shared/channel/redact.ts';
import { causes as causeTable } from '#shared/trust/autopsy/causes.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { causeLines, checkLines } from './check-lines.ts';
import type { Explanation } from './explain.ts';
import { maskText } from './mask-exchange.ts';
import { printJson, printLine } from './print.ts';

type State = 'accepted' | 'refused' | 'unknown';

const exitCodes: Readonly<Record<State, number>> = { accepted: 0, refused: 1, unknown: 2 };

/** Prints what is known of a request and returns the exit code: 0 accepted, 1 refused, 2 cannot tell. */
export const tellExamined = (explanation: Explanation, json: boolean): number => {
  const state = stateOf(explanation);
  const { secrets } = explanation;
  const shown = (text: string): string => redact(maskText(text, secrets), secrets);
  if (json) printJson(masked(resultOf(explanation, state), shown));
  else for (const line of linesOf(explanation, state)) printLine(shown(line));
  return exitCodes[state];
};

const stateOf = ({ verdict, examination }: Explanation): State => {
  if (examination) return examination.state;
  return verdict.state === 'trusted' ? 'accepted' : verdict.state === 'refused' ? 'refused' : 'unknown';
};

const resultOf = ({ verdict, examination, findings, end, channel, platform, notes }: Explanation, state: State) => {
  const { state: verdictState, because, fix, checks } = verdict;
  return {
    state,
    platform,
    channel,
    end,
    verdict: { state: verdictState, because, ...(fix === undefined ? {} : { fix }), checks },
    causes: (examination?.causes ?? []).map((cause) => ({ ...cause, title: causeTable[cause.code] })),
    bytes: examination?.bytes ?? null,
    findings,
    notes,
  };
};

/** Every text in it, without secrets. */
const masked = (value: unknown, shown: (text: string) => string): unknown => {
  if (typeof value === 'string') return shown(value);
  if (Array.isArray(value)) return value.map((each) => masked(each, shown));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, masked(each, shown)]));
};

const linesOf = (explanation: Explanation, state: State): readonly string[] => {
  const { verdict, examination, findings, end, channel, notes } = explanation;
  const [first, ...others] = examination?.causes ?? [];
  const ofCertainty = (wanted: Cause['certainty']): readonly Cause[] =>
    others.filter(({ certainty }) => certainty === wanted);
  return [
    `${headline(verdict.because, state, first)}  (${channel}, ${end} end)`,
    ...(first ? causeLines(first) : state === 'refused' ? fixLine(verdict.fix) : []),
    ...otherLines('Also wrong:', ofCertainty('proven')),
    ...otherLines('Also possible, and what to check:', ofCertainty('possible')),
    ...rewritten(examination?.bytes ?? null),
    ...(verdict.checks.length === 0 ? [] : ['Checks, in the order in which the platform decides:']),
    ...checkLines(verdict.checks),
    ...findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, summary, at }) => `${severity}: ${summary}${at === undefined ? '' : ` (${at})`}`),
    ...notes.map((each) => `Note: ${each}`),
  ];
};

const headline = (because: string, state: State, cause: Cause | undefined): string => {
  if (state === 'refused' && cause?.certainty === 'proven') return `Refused: ${cause.because}`;
  return state === 'unknown' ? `Cannot tell: ${because.replace(/^Not checked: /, '')}` : because;
};

const fixLine = (fix: string | undefined): readonly string[] => (fix === undefined ? [] : [`Fix:   ${fix}`]);

const otherLines = (head: string, causes: readonly Cause[]): readonly string[] =>
  causes.length === 0 ? [] : [head, ...causes.map(({ code, because, fix }) => `  ${code}  ${because} ${fix}`)];

/** For what is signed: what it was before something rewrote it on its way. */
const rewritten = (bytes: { readonly rewriting: string; readonly signed: string | null } | null): readonly string[] =>
  bytes === null || bytes.rewriting === '' ? [] : [`Rewritten on its way: ${bytes.rewriting}.`];
