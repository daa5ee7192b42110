import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemClock, systemIds } from '#main/io/system.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { AttackWords, Prepared } from '#shared/trust/attack/attack.ts';
import { batteryFor } from '#shared/trust/attack/battery.ts';
import type { Control } from '#shared/trust/attack/control.ts';
import { outcomeOf, type AttackOutcome } from '#shared/trust/attack/outcome.ts';
import { autopsyOfControl, type ControlAutopsy } from './attack-autopsy.ts';
import { findControl } from './attack-control.ts';
import { createForgeCrypto } from './attack-crypto.ts';
import { countsOf, isFound, reportedCase, rowLines, summaryLine, type AttackRow } from './attack-matrix.ts';
import { addressedTo, attackTargetOf, openSender, type AttackTarget, type Sender } from './attack-target.ts';
import { givenChannel, type ChannelOptions, type GivenChannel } from './given-settings.ts';
import { junitReport } from './junit.ts';
import { printJson, printLine, printProblem } from './print.ts';
import { refused } from './refused.ts';

export type AttackOptions = ChannelOptions & {
  readonly target: string;
  /** Which end of the channel the target is; left out: the first one that asks for a credential. */
  readonly end?: End;
  /** Requests in a second, at most. */
  readonly rate: number;
  /** Seconds for each answer. */
  readonly timeout: number;
  /** Words in the body of a refusal, where the target answers 200 to everything. */
  readonly refusedWhen: string;
  readonly junit?: string;
  readonly json: boolean;
};

const cannotRun = 2;

type Run = {
  readonly options: AttackOptions;
  readonly channel: GivenChannel;
  readonly control: Control;
  readonly target: AttackTarget;
  readonly sender: Sender;
  readonly rows: AttackRow[];
};

/** `hookbench attack`: hostile and wrong credentials against an endpoint. 0 all refused, 1 a weakness found, 2 cannot tell. */
export const attack = async (options: AttackOptions): Promise<number> => {
  const target = attackTargetOf(options.target);
  const channel = await givenChannel(options, process.env);
  const control = await findControl(channel, options.end);
  // Refused before anything is sent.
  addressedTo(await control.make(), target, control);
  const sender = openSender(target.origin, options.rate, options.timeout);
  const run: Run = { options, channel, control, target, sender, rows: [] };
  try {
    if (!options.json) printLine(headLine(run));
    const failure = await tryControl(run, firstControl);
    if (failure) return await tellFailure(run, failure);
    for (const each of batteryOf(run)) await tryAttack(run, each);
    const isStillThere = (await tryControl(run, lastControl)) === null;
    return await tellAll(run, isStillThere);
  } finally {
    await sender.close();
  }
};

const headLine = ({ channel: { name, platform }, control: { end, model }, target }: Run): string => {
  const asked =
    model.kind === 'jwt' ? `JWT, ${model.algorithm}` : model.credentials.map((each) => each.name).join(', ');
  const called = name === platform.name ? name : `${name} (${platform.name})`;
  return `${target.origin}${target.path ?? ''} as the ${end} end of ${called}: ${asked}`;
};

const firstControl: AttackWords = {
  id: 'control.first',
  title: 'A valid request',
  tries: 'A request with the right credential in its place.',
  expects: 'Accepted: else nothing that is refused would mean anything.',
};

const lastControl: AttackWords = {
  ...firstControl,
  id: 'control.last',
  title: 'A valid request, once more',
  expects: 'Accepted: else the target may have refused everything since some moment.',
};

const batteryOf = ({ control, target }: Run) =>
  batteryFor({
    model: control.model,
    control: async () => addressedTo(await control.make(), target, control),
    now: systemClock.now,
    id: systemIds.uuid,
    crypto: createForgeCrypto(),
  });

const note = ({ rows, options }: Run, row: AttackRow): void => {
  rows.push(row);
  if (!options.json) for (const line of rowLines(row)) printLine(line);
};

const sendAll = async (
  { sender, options }: Run,
  requests: readonly RawRequest[],
): Promise<{ readonly outcome: AttackOutcome; readonly milliseconds: number }> => {
  const start = performance.now();
  const outcomes: AttackOutcome[] = [];
  for (const request of requests) outcomes.push(outcomeOf(await sender.send(request), options.refusedWhen));
  const last = outcomes.at(-1);
  const unclear = (detail: string): AttackOutcome => ({ state: 'unclear', status: last?.status ?? null, detail });
  // What comes before the last one is right, and has to be taken as such: else the last answer says nothing.
  const outcome = !last
    ? unclear('nothing was sent')
    : outcomes.slice(0, -1).every(({ state }) => state === 'accepted')
      ? last
      : unclear('the valid request before it was not accepted');
  return { outcome, milliseconds: performance.now() - start };
};

/** What is known of a control that was not accepted, else null. */
const tryControl = async (run: Run, words: AttackWords): Promise<ControlAutopsy | null> => {
  const { sender, control, target, options, channel } = run;
  const made = await control.make();
  const start = performance.now();
  const returned = await sender.send(addressedTo(made, target, control));
  const outcome = outcomeOf(returned, options.refusedWhen);
  note(run, { ...words, ...outcome, kind: 'control', milliseconds: performance.now() - start });
  if (outcome.state === 'accepted') return null;
  const tryOut = async (request: RawRequest): Promise<AttackOutcome> =>
    outcomeOf(await sender.send(addressedTo(request, target, control)), options.refusedWhen);
  return autopsyOfControl(channel, { control, request: made, returned, tryOut });
};

const tryAttack = async (
  run: Run,
  { prepare, ...words }: AttackWords & { prepare: () => Promise<Prepared> },
): Promise<void> => {
  const prepared = await prepare();
  if ('skipped' in prepared) {
    const skipped = { state: 'skipped', status: null, detail: prepared.skipped } as const;
    note(run, { ...words, ...skipped, kind: 'attack', milliseconds: 0 });
    return;
  }
  const { outcome, milliseconds } = await sendAll(run, prepared.requests);
  note(run, { ...words, ...outcome, kind: 'attack', milliseconds });
};

const tellFailure = async (run: Run, autopsy: ControlAutopsy): Promise<number> => {
  const { options } = run;
  await report(run);
  if (options.json) printJson({ ...resultOf(run), autopsy });
  printProblem(
    'The target does not accept a valid request, so the battery is not sent: nothing refused would mean anything.',
  );
  printProblem(`Because: ${autopsy.because}`);
  printProblem(`Proof: ${autopsy.proof}`);
  printProblem(`Fix: ${autopsy.fix}`);
  if (autopsy.answered !== '') printProblem(`It answered: ${autopsy.answered}`);
  return cannotRun;
};

const tellAll = async (run: Run, isStillThere: boolean): Promise<number> => {
  const { options, rows } = run;
  await report(run);
  const counts = countsOf(rows);
  if (options.json) printJson(resultOf(run));
  else printLine(summaryLine(counts));
  if (rows.some(isFound)) return 1;
  if (isStillThere && counts.unclear === 0) return 0;
  printProblem(
    isStillThere
      ? 'Some attempts got no answer that says anything: lower --rate, or raise --timeout.'
      : 'The target does not accept a valid request any more, so what was refused before may mean nothing: lower --rate, and try again.',
  );
  return cannotRun;
};

const resultOf = ({ rows, control, channel, target }: Run) => ({
  target: `${target.origin}${target.path ?? ''}`,
  platform: channel.platform.id,
  channel: channel.name,
  end: control.end,
  counts: countsOf(rows),
  weaknesses: rows.filter(isFound).map(({ id }) => id),
  rows,
});

const report = async ({ options: { junit }, rows, channel }: Run): Promise<void> => {
  if (junit === undefined) return;
  const text = junitReport(
    `hookbench attack ${channel.platform.id}`,
    rows.map(reportedCase),
    new Date(systemClock.now()),
  );
  await writeFile(resolve(junit), text).catch((error: Error) => {
    throw refused(`The report cannot be written to ${junit}: ${error.message}.`);
  });
};
