import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import {
  commands,
  isCommandName,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type Harness,
  type Unsubscribe,
} from '#shared/contract/harness.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { Position, WatchFrame } from '#shared/session/events.ts';
import { isJsonObject } from '#shared/text/json.ts';

export type CallFrame = { readonly command: string; readonly input: unknown };
export type ReplyFrame =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly fault: Fault };

/** What carries the contract. Only JSON crosses it; a wire that lost its other end rejects with a `HarnessError`. */
export type Wire = {
  readonly call: (frame: CallFrame) => Promise<ReplyFrame>;
  readonly watch: (from: Position | null, onFrame: (frame: WatchFrame) => void) => Unsubscribe;
};

const isCallFrame = (frame: unknown): frame is CallFrame => isJsonObject(frame) && typeof frame['command'] === 'string';

/** The asking end of any wire: a Harness whose commands travel. */
export const connectHarness = (wire: Wire): Harness => {
  const ask = async <Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
  ): Promise<CommandOutput<Name>> => {
    const reply = await wire.call({ command, input });
    if (!reply.ok) throw new HarnessError(reply.fault);
    return reply.output as CommandOutput<Name>;
  };
  const asks = Object.fromEntries(
    (Object.keys(commands) as CommandName[]).map((name) => [name, (input: never) => ask(name, input)]),
  );
  return { ...(asks as Omit<Harness, 'subscribe'>), subscribe: (from, watch) => wire.watch(from, watch) };
};

/**
 * The answering end of any wire: checks the input against the command's schema and turns every error into a fault.
 * `reportBug` logs what nobody foresaw and returns its incident number; the error itself never crosses.
 */
export const answer =
  (harness: Harness, reportBug: (error: unknown) => string) =>
  async (frame: unknown): Promise<ReplyFrame> => {
    try {
      if (!isCallFrame(frame))
        return { ok: false, fault: fault('input.invalid', { problem: 'This is not a call of a command.' }) };
      if (!isCommandName(frame.command))
        return { ok: false, fault: fault('command.unknown', { command: frame.command.slice(0, 100) }) };
      const issues = issuesOf(commands[frame.command].input, frame.input);
      if (issues.length > 0)
        return {
          ok: false,
          fault: fault('input.invalid', { problem: `What was given to ${frame.command} is not valid.` }, issues),
        };
      const run = harness[frame.command] as (input: unknown) => Promise<unknown>;
      return { ok: true, output: await run(frame.input) };
    } catch (error) {
      if (error instanceof HarnessError) return { ok: false, fault: error.fault };
      return { ok: false, fault: fault('bug', { incident: reportBug(error) }) };
    }
  };
