import { textOf } from '#shared/exchange/body.ts';
import { decodeBase64, decodeBase64Url } from '#shared/text/base64.ts';
import { isSpot, spotWords, type PlacedText } from '#shared/trust/credential-spot.ts';
import type { TextEvidence, TextHypothesis } from '#shared/trust/autopsy/text-evidence.ts';
import { channelWords, placeWords } from '#shared/trust/autopsy/text-words.ts';
import type { KnownChannel } from '#shared/trust/trust-model.ts';

/** User and password of Basic credentials (RFC 7617 §2), and the two as one text; empty where it is none. */
const basicParts = (value: string): readonly string[] => {
  const encoded = /^basic +(\S+)$/i.exec(value.trim())?.[1];
  if (encoded === undefined) return [];
  const strict = decodeBase64(encoded);
  const read = strict.ok ? strict : decodeBase64Url(encoded.replace(/=+$/, ''));
  if (!read.ok) return [];
  const { text } = textOf(read.bytes);
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text, text.slice(0, colon), text.slice(colon + 1)];
};

/** The texts that a value holds as people write them: as it is, behind a scheme, one of a pair with a colon, in a line of cookies. */
const partsOf = ({ place, text }: PlacedText): readonly string[] => {
  if (place.in === 'path') return [text];
  const behindScheme = /^[A-Za-z][\w-]* +(\S.*)$/.exec(text)?.[1]?.trim() ?? text;
  const colon = behindScheme.indexOf(':');
  const pair = colon < 0 ? [] : [behindScheme.slice(0, colon), behindScheme.slice(colon + 1)];
  const isCookie = place.in === 'header' && place.name === 'cookie';
  const cookies = isCookie ? text.split(/;\s*/).map((each) => each.slice(each.indexOf('=') + 1)) : [];
  return [text, behindScheme, ...pair, ...cookies];
};

/** Basic credentials that hold it, where another form is wanted. */
export const sentAsBasic: TextHypothesis = ({ credential, texts, siblings }) => {
  if (credential.expected === '') return null;
  const wanted = [credential, ...siblings].map(({ expected }) => expected);
  const isIn = texts.some(
    ({ place, text }) =>
      place.in === 'header' &&
      basicParts(text).some((each) => each === credential.expected || each === wanted.join(':')),
  );
  if (!isIn) return null;
  return {
    code: 'text.scheme',
    because: `The ${credential.name} is sent as Basic credentials.`,
    proof: `Decoded from base64, the Basic credentials of the request hold the ${credential.name} of the channel (RFC 7617 §2).`,
    fix: `Send it as it stands in ${spotWords(credential.spot)}, and no Basic credentials: look for a field “user and password” in the client.`,
    certainty: 'proven',
  };
};

/** The right text, somewhere else in the request. */
export const inAnotherPlace: TextHypothesis = (evidence) => {
  const { credential, texts, secrets } = evidence;
  if (credential.expected === '') return null;
  const found = texts.find(
    (each) => !isLookedAt(each, evidence) && partsOf(each).includes(credential.expected) && !isChance(each, evidence),
  );
  if (!found) return null;
  const where = placeWords(found.place, secrets);
  const isSecond = isSpot(found.place, credential.spot);
  return {
    code: 'text.spot',
    because: isSecond
      ? `The ${credential.name} stands there a second time: the first one is looked at, and it is another text.`
      : `The ${credential.name} stands in the wrong place: ${where}.`,
    proof: `The text in ${where} is the ${credential.name} of the channel, character by character.`,
    fix: `Put it into ${spotWords(credential.spot)}${isSecond ? ', once only' : ''}.`,
    certainty: 'proven',
  };
};

const textIn = ({ reading }: TextEvidence): string | null => ('text' in reading ? reading.text : null);

/** What stands at the spot itself is for other hypotheses, unless it is a second one of the same name that is all right. */
const isLookedAt = ({ place, text }: PlacedText, { credential: { spot, expected } }: TextEvidence): boolean =>
  isSpot(place, spot) && text !== expected && text !== `${spot.in === 'header' ? (spot.scheme ?? '') : ''} ${expected}`;

/** A short text may be anywhere by chance, and an id that is no secret stands in many a path: that proves nothing. */
const isChance = ({ place }: PlacedText, { credential }: TextEvidence): boolean =>
  (credential.expected.length < 4 && !/token|key|secret|auth/i.test(place.name)) ||
  (place.in === 'path' && !credential.isSecret && credential.spot.in !== 'path');

/** Values of settings that are ids, keys and tokens, and not words such as a mode. */
const shortestSetting = 8;

const settingThatIs = (given: string, { settings }: KnownChannel): string | null =>
  given.length < shortestSetting ? null : (Object.entries(settings).find(([, value]) => value === given)?.[0] ?? null);

/** Another credential, or another value of the settings, of the same channel. */
export const swapped: TextHypothesis = (evidence) => {
  const { credential, siblings, channel } = evidence;
  const given = textIn(evidence);
  if (given === null || given === '') return null;
  const sibling = siblings.find(({ expected }) => expected === given);
  if (sibling) {
    const isMutual = evidence.texts.some(
      ({ place, text }) =>
        isSpot(place, sibling.spot) && (text === credential.expected || text.endsWith(credential.expected)),
    );
    return {
      code: 'text.swapped',
      because: isMutual
        ? `The ${credential.name} and the ${sibling.name} stand in each other’s place.`
        : `The ${sibling.name} stands where the ${credential.name} belongs.`,
      proof: `The text in ${spotWords(credential.spot)} is the ${sibling.name} of the channel, character by character.`,
      fix: isMutual
        ? 'Change the two round.'
        : `Put the ${credential.name} into ${spotWords(credential.spot)}, and the ${sibling.name} into ${spotWords(sibling.spot)}.`,
      certainty: 'proven',
    };
  }
  const setting = settingThatIs(given, channel);
  if (setting === null || setting === credential.setting) return null;
  return {
    code: 'text.swapped',
    because: `Another value of the channel stands where the ${credential.name} belongs: its setting ${setting}.`,
    proof: `The text in ${spotWords(credential.spot)} is the setting ${setting} of the channel, character by character.`,
    fix: `Send the ${credential.name} there, which is the setting ${credential.setting}.`,
    certainty: 'proven',
  };
};

const ownsIt = (given: string, channel: KnownChannel): boolean => {
  const { model } = channel;
  const isCredential =
    model.kind === 'jwt' ? model.key === given : model.credentials.some(({ expected }) => expected === given);
  return isCredential || settingThatIs(given, channel) !== null;
};

/** What another channel of the bench expects. */
export const ofAnotherChannel: TextHypothesis = (evidence) => {
  const { credential, others, channel, secrets } = evidence;
  const given = textIn(evidence);
  if (given === null || given === '') return null;
  const owner = others.find((each) => ownsIt(given, each));
  if (!owner) return null;
  const name = channelWords(owner.name, secrets);
  const whose = owner.platformName === channel.platformName ? name : `${name}, which is of another platform`;
  return {
    code: 'text.other-channel',
    because: `The ${credential.name} belongs to another channel: ${whose}.`,
    proof: `The text in ${spotWords(credential.spot)} is one of the settings of ${name}, character by character.`,
    fix: `Send the ${credential.name} of this channel, or send the request to the address of the other one.`,
    certainty: 'proven',
    remedy: { kind: 'use-channel', channelId: owner.id },
  };
};
