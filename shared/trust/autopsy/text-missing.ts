import { oneChange } from '#shared/trust/autopsy/text-compare.ts';
import { inAnotherPlace, sentAsBasic } from '#shared/trust/autopsy/text-elsewhere.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { TextEvidence, TextHypothesis } from '#shared/trust/autopsy/text-evidence.ts';
import { lettersOff, noScheme, schemeOff, wholeChanged } from '#shared/trust/autopsy/text-marks.ts';
import { capital, placeWords } from '#shared/trust/autopsy/text-words.ts';
import { spotWords } from '#shared/trust/credential-spot.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';

const kindOf = (value: Json): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : typeof value === 'number' ? 'a number' : 'true or false';
};

/** A value in a JSON body that is no text. */
const notText: TextHypothesis = ({ credential: { name, spot, expected }, reading }) => {
  if (reading.kind !== 'not-text') return null;
  const isSame = typeof reading.value !== 'object' && String(reading.value) === expected;
  return {
    code: 'text.type',
    because: `The ${name} is ${kindOf(reading.value)} in the JSON body, and has to be a text.`,
    proof: isSame
      ? `Written as a text, it is the ${name} of the channel, character by character.`
      : `What stands in ${spotWords(spot)} has the JSON type of ${kindOf(reading.value)}.`,
    fix: `Write the ${name} in quotes, as a JSON string.`,
    certainty: isSame ? 'proven' : 'possible',
  };
};

/** Every change of a candidate costs time, and a hostile body has many texts. */
const mostCandidates = 200;

/** Encoding makes a text up to three times as long for each time. */
const isLike = (text: string, expected: string): boolean => text.length >= 4 && text.length <= expected.length * 9 + 16;

/** Somewhere else, and changed on its way as well: two causes. */
const elsewhereAndChanged = ({ credential, texts, secrets }: TextEvidence): readonly Cause[] => {
  const { name, expected, spot } = credential;
  if (expected.length < 4) return [];
  for (const { place, text } of texts.filter(({ text }) => isLike(text, expected)).slice(0, mostCandidates)) {
    const change = oneChange(text, expected, credential);
    if (!change) continue;
    const where = placeWords(place, secrets);
    return [
      {
        code: 'text.spot',
        because: `The ${name} stands in the wrong place, ${where}, and is not as it should be either.`,
        proof: `The text in ${where} is the ${name} but for one change. ${change.proof}`,
        fix: `Put it into ${spotWords(spot)}.`,
        certainty: 'proven',
      },
      change,
    ];
  }
  return [];
};

const absent = ({ credential: { name, spot }, reading }: TextEvidence): Cause => {
  const isEmpty = reading.kind === 'text';
  return {
    code: isEmpty ? 'credential.empty' : 'credential.missing',
    because: isEmpty ? `The ${name} is empty.` : `There is no ${name} in the request.`,
    proof: isEmpty
      ? `${capital(spotWords(spot))} is there, with nothing in it, and the ${name} of the channel is nowhere else in the request.`
      : `There is nothing in ${spotWords(spot)}, and the ${name} of the channel is nowhere else in the request.`,
    fix: isEmpty
      ? `Put the ${name} into ${spotWords(spot)}: look for a variable of the environment that is not set.`
      : `Put the ${name} into ${spotWords(spot)}.`,
    certainty: 'proven',
  };
};

/** In this order: what stands there in another form, then what stands elsewhere. */
const hypotheses: readonly TextHypothesis[] = [
  schemeOff,
  lettersOff,
  wholeChanged,
  sentAsBasic,
  notText,
  inAnotherPlace,
];

/** Without its scheme, and changed as well: two causes, or one where the rest is something else. */
const bareAndChanged = (evidence: TextEvidence): readonly Cause[] => {
  const { credential, reading } = evidence;
  const cause = noScheme(evidence);
  if (cause === null || reading.kind !== 'bare') return [];
  const change = oneChange(reading.text, credential.expected, credential);
  return change === null ? [cause] : [cause, change];
};

/** Whether nothing stands where the credential belongs that could be compared. */
export const isMissing = ({ reading }: TextEvidence): boolean => reading.kind !== 'text' || reading.text.trim() === '';

/** Why there is nothing to compare, the first sufficient cause first. Never empty. */
export const whyMissing = (evidence: TextEvidence): readonly Cause[] => {
  for (const hypothesis of hypotheses) {
    const cause = hypothesis(evidence);
    if (cause) return [cause];
  }
  const bare = bareAndChanged(evidence);
  if (bare.length > 0) return bare;
  const changed = elsewhereAndChanged(evidence);
  return changed.length > 0 ? changed : [absent(evidence)];
};
