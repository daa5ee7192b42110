import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { anotherText, cutOff, oneChange, twoChanges } from '#shared/trust/autopsy/text-compare.ts';
import { inAnotherPlace, ofAnotherChannel, sentAsBasic, swapped } from '#shared/trust/autopsy/text-elsewhere.ts';
import { utf8Again } from '#shared/trust/autopsy/text-encodings.ts';
import { evidenceOf, givenIn, type TextEvidence, type TextHypothesis } from '#shared/trust/autopsy/text-evidence.ts';
import { lettersOff, schemeOff, strictScheme } from '#shared/trust/autopsy/text-marks.ts';
import { isMissing, whyMissing } from '#shared/trust/autopsy/text-missing.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import { sameText } from '#shared/trust/same-text.ts';

/**
 * For a text that is there and is another one, in this order: exact finds first, as they need no change at all; then one change of
 * the text (the list of `text-changes.ts`, in its order); a part of it; two changes; and what is left.
 */
const exact: readonly TextHypothesis[] = [
  swapped,
  ofAnotherChannel,
  schemeOff,
  lettersOff,
  inAnotherPlace,
  sentAsBasic,
];

const whyDifferent = (evidence: TextEvidence, given: string): readonly Cause[] => {
  const { credential } = evidence;
  for (const hypothesis of exact) {
    const cause = hypothesis(evidence);
    if (cause) return [cause];
  }
  const read = asRead(evidence, given);
  const one = oneChange(read, credential.expected, credential) ?? cutOff(read, credential.expected, credential);
  if (one) return [one];
  const two = twoChanges(read, credential.expected, credential);
  return two.length > 0 ? two : [anotherText(given, credential.expected, credential)];
};

/** Servers read a header as Latin-1: where its bytes are UTF-8, that is what was meant, and no fault by itself. */
const asRead = ({ credential: { spot, expected } }: TextEvidence, given: string): string => {
  const again = spot.in === 'header' ? utf8Again(given) : null;
  return again === null || again === expected ? given : again;
};

const notSet = ({ credential: { name, setting } }: TextEvidence): Cause => ({
  code: 'text.not-set',
  because: `The channel has no ${name} to compare with, so none can be right.`,
  proof: `The setting ${setting} of the channel is empty.`,
  fix: `Enter the ${name} in the settings of the channel.`,
  certainty: 'proven',
});

const isRight = (evidence: TextEvidence): boolean => {
  const given = givenIn(evidence);
  return given !== null && evidence.credential.expected !== '' && sameText(given, evidence.credential.expected);
};

const whyNot = (evidence: TextEvidence): readonly Cause[] => {
  if (evidence.credential.expected === '')
    return isMissing(evidence) ? [...whyMissing(evidence), notSet(evidence)] : [notSet(evidence)];
  return isMissing(evidence) ? whyMissing(evidence) : whyDifferent(evidence, givenIn(evidence) ?? '');
};

const once = (causes: readonly Cause[]): readonly Cause[] =>
  causes.filter(({ code, fix }, index) => causes.findIndex((each) => each.code === code && each.fix === fix) === index);

/**
 * Why texts that are compared as they stand are refused: the first sufficient cause first, then what is wrong with the others. Presence
 * is looked at before equality, as the platforms do. Empty where the verdict trusts them, where all are right, and for other models.
 * Never throws, and never repeats a credential.
 */
export const examineTexts = async (trustCase: TrustCase): Promise<readonly Cause[]> => {
  if (trustCase.verdict.state === 'trusted') return [];
  const all = evidenceOf(trustCase);
  const wrong = all.filter((each) => !isRight(each));
  if (wrong.length > 0)
    return once([...wrong.filter(isMissing), ...wrong.filter((each) => !isMissing(each))].flatMap(whyNot));
  if (trustCase.verdict.state !== 'refused') return [];
  return all.map(strictScheme).filter((each) => each !== null);
};
