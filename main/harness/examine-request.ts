import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/harness.ts';
import { receiverOf } from '#shared/exchange/receiver.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { createMemory } from '#shared/platforms/memory.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { mintPresets, mintWith, validClaims } from '#shared/trust/mint-presets.ts';
import { placeRequest, placeToken, type PlacedRequest } from '#shared/trust/pasted-place.ts';
import { readPasted } from '#shared/trust/pasted.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';
import { explained } from './autopsy.ts';
import type { Bench } from './bench.ts';
import { keptRequest } from './kept-request.ts';
import type { OpenChannel } from './open-channel.ts';

/** A request as an end of the channel would judge it, now or under other circumstances; nothing is sent, signed or remembered. */
export const examineRequest = async (
  { channelId, source, whatIf = {} }: CommandInput<'examine'>,
  bench: Bench,
): Promise<CommandOutput<'examine'>> => {
  const channel = bench.channels.byId(channelId);
  const placed = source.kind === 'exchange' ? ofExchange(source.id, bench) : await ofText(source.text, channel, bench);
  const { request, end, notes } = placed;
  const { at, algorithm, keysOf } = whatIf;
  const now = bench.contextOf(channel);
  const context = {
    ...now,
    memory: createMemory(),
    stamp: { ...now.stamp, now: at ?? now.stamp.now },
    settings: {
      ...channel.settings,
      ...(algorithm === undefined ? {} : { algorithm }),
      ...(keysOf === undefined ? {} : secretsOf(bench.channels.byId(keysOf))),
    },
  };
  const { verdict } = await channel.platform.read(end, request, context);
  const examined = { verdict, end, request, channel, context, isAsked: true };
  return { verdict: await explained(examined, bench), end, notes };
};

const ofExchange = (id: number, bench: Bench): PlacedRequest => {
  const { request, summary } = keptRequest(id, bench);
  return { request, end: receiverOf(summary), notes: [] };
};

/** A token alone is put into a request that is valid but for it; a whole request is read where it belongs. */
const ofText = async (text: string, channel: OpenChannel, bench: Bench): Promise<PlacedRequest> => {
  const pasted = readPasted(text);
  if (!pasted.ok) throw new HarnessError(fault('input.invalid', { problem: pasted.problem }));
  const { platform, settings, stored } = channel;
  const against = { platform, settings, end: undefined };
  if (pasted.kind !== 'token') return placeRequest(pasted.request, against);
  const placed = await placeToken(pasted.request, against, { stamp: bench.stamp, tokens: bench.world.tokens });
  if (!placed) throw new HarnessError(fault('credential.absent', { channel: stored.name }));
  return placed;
};

const sampleRequest = ({ platform, settings }: OpenChannel): RawRequest => {
  const [route] = platform.routes.platform;
  return {
    method: route?.method ?? 'POST',
    target: fillPath(route?.path ?? '/', settings),
    headers: [],
    body: new Uint8Array(),
  };
};

const secretsOf = ({ platform, settings }: OpenChannel): JsonObject =>
  Object.fromEntries(secretFieldsOf(platform.settings).map((field) => [field, settings[field] ?? '']));

/** A new token of the channel, valid or broken on purpose. */
export const mintFor = async (
  { channelId, preset, claims }: CommandInput<'mintToken'>,
  bench: Bench,
): Promise<CommandOutput<'mintToken'>> => {
  const channel = bench.channels.byId(channelId);
  const model = jwtModelOf(channel, bench);
  const wanted = mintPresets.find((each) => each.id === preset);
  if (!wanted) throw new HarnessError(fault('input.invalid', { problem: `There is no preset ${preset}.` }));
  const stamp = bench.stamp();
  const made =
    (claims as JsonObject | undefined) ?? wanted.claims(validClaims(model, stamp), Math.floor(stamp.now / 1000));
  const problem = await bench.world.tokens.keyProblem(model.algorithm, 'sign', model.signingKey);
  if (problem !== null && wanted.key === 'channel') throw new HarnessError(fault('input.invalid', { problem }));
  const token = await mintWith(wanted.key, made, model, bench.world.tokens);
  const { name, scheme } = model.spot;
  return { token, claims: made, header: [name, [scheme, token].filter(Boolean).join(' ')] };
};

/** The signed tokens of a channel. Refuses a channel that has none. */
export const jwtModelOf = (channel: OpenChannel, bench: Bench): JwtModel => {
  const model = channel.platform.trust('platform', sampleRequest(channel), bench.contextOf(channel));
  if (model?.kind === 'jwt') return model;
  throw new HarnessError(fault('mint.absent', { channel: channel.stored.name }));
};
