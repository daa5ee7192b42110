import { redact } from '#shared/channel/redact.ts';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import { textOf } from '#shared/exchange/body.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Returned } from '#shared/platforms/dispatch.ts';
import { controlOf, type Control } from '#shared/trust/attack/control.ts';
import type { AttackOutcome } from '#shared/trust/attack/outcome.ts';
import { repairsOf } from '#shared/trust/attack/repairs.ts';
import { systemMaker } from './attack-control.ts';
import { examineAt } from './examine-at.ts';
import type { GivenChannel } from './given-settings.ts';
import { maskText } from './mask-exchange.ts';

/** Why a target does not take a valid request. */
export type ControlAutopsy = {
  readonly because: string;
  readonly proof: string;
  readonly fix: string;
  /** What it answered, without secrets and tokens, cut. */
  readonly answered: string;
};

type Tried = {
  readonly control: Control;
  readonly request: RawRequest;
  readonly returned: Returned;
  /** Sends a request to the target and says what became of it. */
  readonly tryOut: (request: RawRequest) => Promise<AttackOutcome>;
};

/**
 * Looks for the reason: whether the request is valid by these settings at all, then whether the target takes it with another form of
 * a secret, as it may be stored there. Says what to compare where neither tells.
 */
export const autopsyOfControl = async (
  channel: GivenChannel,
  { control, request, returned, tryOut }: Tried,
): Promise<ControlAutopsy> => {
  const secrets = Object.values(secretsIn(channel.platform.settings, control.settings));
  const answered = shownAnswer(returned, secrets);
  if (!returned.ok)
    return {
      because: returned.fault.message,
      proof: 'Nothing came back for a valid request.',
      fix: returned.fault.next,
      answered,
    };
  const { status } = returned.response;
  const own = await examineAt(request, control.end, { ...channel, settings: control.settings }, { now: Date.now() });
  const [cause] = own.examination?.causes ?? [];
  if (own.verdict.state === 'refused' && cause)
    return { because: cause.because, proof: cause.proof, fix: cause.fix, answered };
  const repaired = await firstRepair(channel, control, tryOut);
  if (repaired) return { ...repaired, answered };
  const { model } = control;
  const compared =
    model.kind === 'jwt'
      ? `${model.keySetting}, the algorithm (${model.algorithm}) and the value that names the app (${model.app.names[0] ?? ''})`
      : model.credentials.map(({ setting }) => setting).join(' and ');
  return status === 404 || status === 405
    ? {
        because: `The target has nothing at this address: it answers ${String(status)}.`,
        proof: 'The request is valid by these settings.',
        fix: 'Name the whole address of the endpoint with --target, its path included.',
        answered,
      }
    : {
        because: `The target does not accept a request that is valid by these settings: it answers ${String(status)}.`,
        proof:
          'The same request passes every check of the emulated end; other forms of the secret are refused as well.',
        fix: `Compare ${compared} with what the target has. Where the body is refused, look at its answer.`,
        answered,
      };
};

const firstRepair = async (
  { platform }: GivenChannel,
  { settings, end }: Control,
  tryOut: Tried['tryOut'],
): Promise<Omit<ControlAutopsy, 'answered'> | null> => {
  for (const [setting, secret] of Object.entries(secretsIn(platform.settings, settings)))
    for (const { value, change } of repairsOf(secret)) {
      const other = await controlOf(platform, { ...settings, [setting]: value }, end, systemMaker()).catch(() => null);
      if (!other) continue;
      const outcome = await tryOut(await other.make());
      if (outcome.state !== 'accepted') continue;
      return {
        because: `The target has another form of ${setting}: ${change}.`,
        proof: `With ${setting} ${change} it answers ${String(outcome.status)}.`,
        fix: `Set ${setting} ${change}, here or at the target, so that both are the same.`,
      };
    }
  return null;
};

const shownAnswer = (returned: Returned, secrets: readonly string[]): string => {
  if (!returned.ok) return '';
  const { status, headers, body } = returned.response;
  const { text, isExact } = textOf(body.slice(0, 2000), headerValue(headers, 'content-type'));
  const shown = isExact ? redact(maskText(text, secrets), secrets).trim().slice(0, 300) : '';
  return `${String(status)} ${shown}`.trim();
};
