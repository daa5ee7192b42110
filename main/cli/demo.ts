import { traceName } from '#shared/exchange/trace.ts';
import type { DemoMode, Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { runMode, type ShownMode } from './demo-mode.ts';
import { stepTitle } from './demo-step.ts';
import { stepLines } from './demo-transcript.ts';
import { platformNamed } from './platform-named.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { refused } from './refused.ts';
import { shownExchange, type ShownExchange } from './shown-exchange.ts';

export type DemoOptions = {
  /** The id or name of one; left out with `all`, and to see what there is. */
  readonly platform?: string;
  /** One of its modes. */
  readonly mode?: string;
  readonly all: boolean;
  readonly defect: readonly string[];
  readonly json: boolean;
};

type Chosen = { readonly platform: Platform; readonly mode: DemoMode };

/** `hookbench demo`: a conversation in every mode that is asked for, over real HTTP within this machine. 0 all was answered, 1 not. */
export const demo = async (options: DemoOptions): Promise<number> => {
  if (!options.all && options.platform === undefined) return list(options);
  const chosen = chosenModes(options);
  checkDefects(chosen, options.defect);
  const results: ModeResult[] = [];
  for (const each of chosen)
    results.push(await runMode(each.platform, each.mode, defectsOf(each, options), show(each, options)));
  const problems = results.filter(({ problem }) => problem !== null);
  if (options.json) printJson({ modes: results, passed: results.length - problems.length, failed: problems.length });
  else summarise(results);
  return problems.length === 0 ? 0 : 1;
};

/** What there is to be shown. */
const list = ({ mode, defect, json }: DemoOptions): number => {
  if (mode !== undefined || defect.length > 0) throw refused('Name the platform whose modes are meant, or --all.');
  const modes = platforms.flatMap((platform) =>
    platform.modes.map(({ id, title, steps }) => ({ platform: platform.id, mode: id, title, steps: steps.length })),
  );
  if (json) printJson({ modes });
  else {
    for (const each of modes) printLine(`${each.platform.padEnd(12)} ${each.mode.padEnd(20)} ${each.title}`);
    printLine('hookbench demo <platform> [--mode <id>] shows them, hookbench demo --all shows all of them.');
  }
  return 0;
};

const chosenModes = ({ platform: name, mode: modeId, all }: DemoOptions): readonly Chosen[] => {
  if (all && (name !== undefined || modeId !== undefined))
    throw refused('Either name a platform or say --all, not both.');
  const meant = name === undefined ? platforms : [platformNamed(name)];
  const chosen = meant.flatMap((platform) =>
    platform.modes.filter(({ id }) => modeId === undefined || id === modeId).map((mode) => ({ platform, mode })),
  );
  if (chosen.length > 0) return chosen;
  const ids = meant.flatMap(({ modes }) => modes.map(({ id }) => id)).join(', ');
  throw refused(
    modeId === undefined ? 'There is no mode to be shown.' : `There is no mode ${modeId}. The modes are: ${ids}.`,
  );
};

const checkDefects = (chosen: readonly Chosen[], defects: readonly string[]): void => {
  const known = [...new Set(chosen.flatMap(({ platform }) => platform.defects.map(({ id }) => id)))];
  const unknown = defects.find((each) => !known.includes(each));
  if (unknown === undefined) return;
  throw refused(`There is no defect ${unknown}. The defects are: ${known.join(', ') || 'none'}.`);
};

/** With several platforms, each gets those that it has. */
const defectsOf = ({ platform }: Chosen, { defect }: DemoOptions): { readonly defects: readonly string[] } => ({
  defects: [...new Set(defect)].filter((id) => platform.defects.some((each) => each.id === id)),
});

type ModeResult = {
  readonly platform: string;
  readonly mode: string;
  readonly title: string;
  readonly as: DemoMode['as'];
  readonly turns: number;
  readonly problem: string | null;
  readonly steps: readonly { readonly step: string; readonly problem: string | null; readonly trace: string | null }[];
  readonly messages: ShownMode['steps'][number]['messages'];
  readonly exchanges: readonly ShownExchange[];
};

const show =
  ({ platform, mode }: Chosen, { json }: DemoOptions) =>
  async ({ steps, problem, bench: { harness }, secrets }: ShownMode): Promise<ModeResult> => {
    if (!json) {
      printLine(`\n${platform.name} · ${mode.title}  (${platform.id} ${mode.id}, as the ${mode.as})`);
      for (const each of steps) for (const line of stepLines(each)) printLine(line);
    }
    const exchanges: ShownExchange[] = [];
    const summaries = json ? steps.flatMap((each) => each.exchanges) : [];
    for (const { id } of summaries)
      exchanges.push(await shownExchange(harness, await harness.readExchange({ id }), secrets));
    return {
      platform: platform.id,
      mode: mode.id,
      title: mode.title,
      as: mode.as,
      turns: steps.filter((each) => each.problem === null).length,
      problem,
      steps: steps.map(({ step, problem: wrong, exchanges: [first] }) => ({
        step: stepTitle(step),
        problem: wrong,
        trace: first ? traceName(first.traceId) : null,
      })),
      messages: steps.flatMap((each) => each.messages),
      exchanges,
    };
  };

const summarise = (results: readonly ModeResult[]): void => {
  const failed = results.filter(({ problem }) => problem !== null);
  const turns = results.reduce((sum, each) => sum + each.turns, 0);
  printLine(
    `\n${String(results.length - failed.length)} of ${String(results.length)} modes were shown, ${String(turns)} turns, nothing left this machine.`,
  );
  for (const { platform, mode, problem } of failed) printProblem(`${platform} ${mode}: ${problem ?? ''}`);
};
