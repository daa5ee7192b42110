import type { End } from '#shared/exchange/exchange.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { examine } from '#shared/trust/autopsy/examine.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import type { KnownChannel, TrustModel } from '#shared/trust/trust-model.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';

type Examined = {
  readonly verdict: Verdict;
  /** The end that has to accept the request. */
  readonly end: End;
  readonly request: RawRequest;
  readonly channel: OpenChannel;
  readonly context: PlatformContext;
  /** True where a person asks: then what nobody judged is examined too. */
  readonly isAsked?: boolean;
  /** What was answered, where something was. */
  readonly answered?: NonNullable<TrustCase['answered']>;
};

/** A refused verdict with the cause behind it: a proven one is what the verdict says first. Never rejects. */
export const explained = async (
  { verdict, end, request, channel, context, isAsked = false, answered }: Examined,
  bench: Bench,
): Promise<Verdict> => {
  if (verdict.state === 'trusted' || (verdict.state === 'unchecked' && !isAsked)) return verdict;
  try {
    const model = channel.platform.trust(end, request, context);
    if (!model) return verdict;
    const examination = await examine({
      request,
      channel: known({ ...channel, settings: context.settings }, model),
      verdict,
      others: othersOf(channel, end, request, bench),
      now: context.stamp.now,
      earlierExchange: bench.usedTokens.exchangeOf,
      tokens: bench.world.tokens,
      ...(answered ? { answered } : {}),
    });
    const [cause] = examination.causes;
    if (cause?.certainty !== 'proven' || verdict.state !== 'refused') return { ...verdict, examination };
    return { ...verdict, because: `Refused: ${inSentence(cause.because)}`, fix: cause.fix, examination };
  } catch (error) {
    bench.world.reportBug(error);
    return verdict;
  }
};

const known = ({ stored, platform, settings }: OpenChannel, model: TrustModel): KnownChannel => ({
  id: stored.id,
  name: stored.name,
  platformName: platform.name,
  settings,
  model,
});

const othersOf = (channel: OpenChannel, end: End, request: RawRequest, bench: Bench): readonly KnownChannel[] =>
  bench.channels.all
    .filter((each) => each.stored.id !== channel.stored.id)
    .flatMap((each) => {
      const model = each.platform.trust(end, request, bench.contextOf(each));
      return model ? [known(each, model)] : [];
    });

/** A sentence as it goes on after a colon; a name in capitals stays. */
const inSentence = (sentence: string): string =>
  /^[A-Z][a-z]/.test(sentence) ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
