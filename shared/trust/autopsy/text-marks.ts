import { changes } from '#shared/trust/autopsy/text-changes.ts';
import type { TextEvidence, TextHypothesis } from '#shared/trust/autopsy/text-evidence.ts';
import { spotWords, type SpotReading } from '#shared/trust/credential-spot.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';

/** The text at the spot, whether what goes before it is there or not. */
const textAt = (reading: SpotReading): string | null => ('text' in reading ? reading.text : null);

/** A word that may be a scheme (RFC 9110 §11.1), and what people put between it and the token. */
const withScheme = /^([A-Za-z][A-Za-z0-9-]{0,19})(?:[ \t]*[:=][ \t]*|[ \t]+)(\S.*)$/;
/** The known word, run together with the token. */
const runTogether = /^(bearer)(\S.*)$/i;

const unschemed = (text: string): string | null => {
  const found = withScheme.exec(text) ?? runTogether.exec(text);
  return found?.[2] ?? null;
};

/** Every text that is left when words before it are taken away, one after the other. */
const behindWords = (text: string): readonly string[] => {
  const left: string[] = [];
  for (let rest = unschemed(text); rest !== null && left.length < 4; rest = unschemed(rest)) left.push(rest.trim());
  return left;
};

const schemeOf = (spot: CredentialSpot): string | undefined => (spot.in === 'header' ? spot.scheme : undefined);

/** The scheme before the token is missing, doubled, misspelt, or stands where none belongs. */
export const schemeOff: TextHypothesis = ({ credential, reading }) => {
  const { name, spot, expected } = credential;
  const text = textAt(reading);
  if (spot.in === 'path' || text === null || expected === '') return null;
  const scheme = schemeOf(spot);
  const isBare = reading.kind === 'bare' && text === expected;
  if (!isBare && !behindWords(text).includes(expected)) return null;
  const told = (because: string, proof: string): ReturnType<TextHypothesis> => ({
    code: 'text.scheme',
    because,
    proof,
    fix: `Put the ${name} into ${spotWords(spot)}${scheme === undefined ? ', with nothing before it' : ''}.`,
    certainty: 'proven',
  });
  if (isBare)
    return told(
      `The word ${scheme ?? ''} is missing before the ${name}.`,
      `All that the header ${spot.in === 'header' ? spot.name : ''} holds is the ${name} of the channel, character by character.`,
    );
  const proof = `Without what stands before it, the text is the ${name} of the channel, character by character.`;
  if (scheme === undefined)
    return told(`The ${name} has a word such as Bearer before it, and none belongs there.`, proof);
  return reading.kind === 'bare'
    ? told(`The ${name} is sent with another scheme than ${scheme}, or the word is misspelt.`, proof)
    : told(`The word ${scheme} stands there twice, or another word stands behind it.`, proof);
};

/** The fixed letters that go before a part of a path are missing, in another case, or doubled. */
export const lettersOff: TextHypothesis = ({ credential, reading }) => {
  const { name, spot, expected } = credential;
  const text = textAt(reading);
  if (spot.in !== 'path' || text === null || expected === '') return null;
  const letters = lettersBefore(spot);
  if (letters === '') return null;
  const isMissing = reading.kind === 'bare' && text === expected;
  const isOtherCase = reading.kind === 'bare' && text.toLowerCase().startsWith(letters) && text.endsWith(expected);
  const isDoubled = reading.kind === 'text' && text === letters + expected;
  const isSeparated = reading.kind === 'text' && /^[-_=:.~]$/.test(text.slice(0, 1)) && text.slice(1) === expected;
  if (isSeparated)
    return {
      code: 'text.prefix',
      because: `There is a character too many between the letters ${letters} and the ${name} in the path.`,
      proof: `Without it, that part of the path is the letters and the ${name} of the channel, character by character.`,
      fix: `Write the ${name} directly behind the letters ${letters}.`,
      certainty: 'proven',
    };
  if (!isMissing && !isDoubled && !(isOtherCase && text.length === letters.length + expected.length)) return null;
  return {
    code: 'text.prefix',
    because: isDoubled
      ? `The letters ${letters} stand twice before the ${name} in the path.`
      : isMissing
        ? `The letters ${letters} are missing before the ${name} in the path.`
        : `The letters ${letters} before the ${name} in the path are in another case.`,
    proof: `Apart from these letters, that part of the path is the ${name} of the channel, character by character.`,
    fix: `Put the ${name} into ${spotWords(spot)}, once and in small letters.`,
    certainty: 'proven',
  };
};

const lettersBefore = ({ template, name }: Extract<CredentialSpot, { in: 'path' }>): string => {
  const segment = template.split('/').find((each) => each.endsWith(`{${name}}`)) ?? '';
  return segment.slice(0, Math.max(0, segment.indexOf('{')));
};

/** One change of the whole header, scheme and all: quotes around it, a space that was encoded, a character that nobody sees before it. */
export const wholeChanged: TextHypothesis = ({ credential, reading }) => {
  const { name, spot, expected } = credential;
  const scheme = schemeOf(spot);
  if (reading.kind !== 'bare' || scheme === undefined || spot.in !== 'header' || reading.text.length > 4000)
    return null;
  const wanted = `${scheme} ${expected}`;
  const isWanted = (text: string): boolean =>
    text.slice(scheme.length) === wanted.slice(scheme.length) &&
    text.slice(0, scheme.length).toLowerCase() === scheme.toLowerCase();
  const change = changes.find(({ undo }) => undo(reading.text).some(isWanted));
  return change === undefined
    ? null
    : {
        code: change.code,
        because: `The whole header ${spot.name} ${change.what(reading.text)}, the word ${scheme} included.`,
        proof: `${change.undone}, the header is the word ${scheme}, a space and the ${name} of the channel.`,
        fix: change.sent,
        certainty: 'proven',
      };
};

/** What is wrong with a header whose scheme is not there, whatever the token: the platform looks no further. */
export const noScheme: TextHypothesis = ({ credential, reading }) => {
  const scheme = schemeOf(credential.spot);
  if (reading.kind !== 'bare' || scheme === undefined || credential.spot.in !== 'header') return null;
  return {
    code: 'text.scheme',
    because: `The header ${credential.spot.name} does not begin with the word ${scheme} and a space.`,
    proof:
      'What stands before the first space is another word, or nothing, and what is behind it is not the right text as it stands.',
    fix: `Put the ${credential.name} of the channel into ${spotWords(credential.spot)}.`,
    certainty: 'possible',
  };
};

/**
 * The token is right, and it is refused all the same: then the receiver compares the whole header, and the word before the token is in
 * another case, or there are more spaces than one. For a receiver that reads the scheme as RFC 9110 §11.1 has it, this never happens.
 */
export const strictScheme = ({ credential, reading, texts }: TextEvidence): ReturnType<TextHypothesis> => {
  const { spot, expected, name } = credential;
  const scheme = schemeOf(spot);
  if (spot.in !== 'header' || scheme === undefined || reading.kind !== 'text' || reading.text !== expected) return null;
  const whole = texts.find(({ place }) => place.in === 'header' && place.name === spot.name.toLowerCase())?.text;
  if (whole === undefined || whole === `${scheme} ${expected}`) return null;
  return {
    code: 'text.scheme',
    because: `The ${name} is right, but the word before it is not written ${scheme} with one space, and this receiver compares the whole header.`,
    proof: 'Without case and more than one space, the header is what the channel expects.',
    fix: `Put the ${name} into ${spotWords(spot)}, with one space and these capitals.`,
    certainty: 'proven',
  };
};
