import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import type { Voice, VoiceName } from '#shared/platforms/voice.ts';
import type { Bench } from './bench.ts';
import type { OpenChannel } from './open-channel.ts';
import { asMisbehaved, carryOn } from './deliver.ts';
import { lossFindings } from './loss.ts';
import { openDispatch } from './send.ts';

/**
 * A person speaks with a voice of the channel: make what carries it, send it, read what comes back.
 * Returns when the first exchange is open; the rest goes on behind.
 */
export const say = async (
  { conversationId, as = 'user', utterance }: CommandInput<'say'>,
  bench: Bench,
): Promise<{ readonly exchangeId: number }> => {
  const conversation = bench.conversations.byId(conversationId);
  const channel = bench.channels.byId(conversation.channelId);
  checkVoice(channel, as, utterance);
  const { stored, platform } = channel;
  if (stored.plays.platform && stored.plays.app && bench.ownOrigin() === null)
    throw new HarnessError(fault('listening.off'));
  return bench.lines.inLine(`say ${conversationId}`, async () => {
    const isNewSession = !bench.conversations.hasSpoken(conversationId);
    const said = { as, userId: conversation.userId, utterance, isNewSession };
    const dispatches = asMisbehaved(await platform.say(said, bench.contextOf(channel)), channel);
    const [first, ...rest] = dispatches;
    if (!first) throw new RangeError(`${platform.name} sent nothing for what the ${as} said.`);
    const opened = openDispatch(withLosses(first, as, utterance, channel), channel, bench);
    bench.underWay.add(carryOn(opened, rest, bench));
    return { exchangeId: opened.opened.id };
  });
};

const checkVoice = ({ stored, platform, settings }: OpenChannel, as: VoiceName, utterance: Utterance): void => {
  const voice = platform.voices(settings).find((each) => each.name === as && stored.plays[each.end]);
  if (!voice) throw new HarnessError(fault('voice.absent', { channel: stored.name, voice: as }));
  const refused = whatIsMissing(voice, utterance);
  if (refused !== null)
    throw new HarnessError(fault('gesture.unknown', { channel: stored.name, voice: as, gesture: refused }));
};

const whatIsMissing = (voice: Voice, utterance: Utterance): string | null => {
  if (utterance.kind === 'gesture' && !voice.gestures.some((each) => each.id === utterance.id)) return utterance.title;
  return utterance.kind === 'media' && !voice.sendsMedia ? 'send a file' : null;
};

/** What the bot or an agent says may be more than the channel carries; a user says only what it does. */
const withLosses = (first: Dispatch, as: VoiceName, utterance: Utterance, channel: OpenChannel): Dispatch =>
  as === 'user'
    ? first
    : { ...first, findings: [...first.findings, ...lossFindings([contentOfUtterance(utterance)], channel)] };
