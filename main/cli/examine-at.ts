import { createTokenCrypto } from '#main/io/token-crypto.ts';
import { systemIds } from '#main/io/system.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Examination } from '#shared/trust/autopsy/cause.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import { notCredentialCauses } from '#shared/trust/autopsy/not-credential.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import type { KnownChannel } from '#shared/trust/trust-model.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** A channel with its secrets, as it stands in a folder or was told on the command line. */
export type SettledChannel = {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly settings: JsonObject;
};

export type ExaminedRequest = {
  readonly end: End;
  readonly verdict: Verdict;
  /** Null where this end of the channel asks for no credential. */
  readonly examination: Examination | null;
  /** What else was noticed. */
  readonly findings: readonly Finding[];
};

/** A request as this end of the channel would judge it at this moment (milliseconds since 1970). Nothing is sent or remembered. */
export const examineAt = async (
  request: RawRequest,
  end: End,
  channel: SettledChannel,
  { now, others = [] }: { readonly now: number; readonly others?: readonly SettledChannel[] },
): Promise<ExaminedRequest> => {
  const { platform, settings } = channel;
  const tokens = createTokenCrypto();
  const { verdict, next, findings } = await platform.read(end, request, {
    settings,
    plays: { platform: end === 'platform', app: end === 'app' },
    stamp: { now, id: systemIds.uuid },
    tokens,
    memory: createMemory(),
    addresses: { own: null, otherEnd: null },
    defects: new Set(),
  });
  const known = knownAt(channel, end, request);
  if (!known) return { end, verdict, findings, examination: null };
  const trustCase: TrustCase = {
    request,
    channel: known,
    verdict,
    others: others.flatMap((each) => knownAt(each, end, request) ?? []),
    now,
    earlierExchange: () => null,
    tokens,
    ...(next.kind === 'reply' ? { answered: { status: next.reply.status, isOurs: true } } : {}),
  };
  const examination = await examine(trustCase);
  const besides = notCredentialCauses(trustCase);
  // The credential is right, and it is refused all the same.
  const isRefused = examination.state === 'accepted' && besides.some(({ certainty }) => certainty === 'proven');
  return {
    end,
    verdict,
    findings,
    examination: isRefused ? { ...examination, state: 'refused', causes: besides } : examination,
  };
};

const knownAt = (
  { id, name, platform, settings }: SettledChannel,
  end: End,
  request: RawRequest,
): KnownChannel | null => {
  const model = platform.trust(end, request, { settings });
  return model && { id, name, platformName: platform.name, settings, model };
};
