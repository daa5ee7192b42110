import { assertNever } from '#shared/text/assert-never.ts';
import type { Cause, Examination } from '#shared/trust/autopsy/cause.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import { examineTexts } from './examine-texts.ts';
import { examineJwt, type JwtExamination } from './jwt-examine.ts';
import { notCredentialCauses } from './not-credential.ts';

const ofCredential = async (trustCase: TrustCase): Promise<JwtExamination> => {
  const { model } = trustCase.channel;
  switch (model.kind) {
    case 'jwt':
      return examineJwt(trustCase, model);
    case 'texts':
      return { causes: await examineTexts(trustCase), bytes: null };
    default:
      return assertNever(model);
  }
};

const once = (causes: readonly Cause[]): readonly Cause[] =>
  causes.filter(({ code }, at) => causes.findIndex((each) => each.code === code) === at);

/**
 * Why the credential of a request is refused: the first cause is the first sufficient one, in the order in which the platform decides.
 * An accepted one has none; where nobody judged it, every cause is a possible one only. Never throws, and never holds a secret.
 */
export const examine = async (trustCase: TrustCase): Promise<Examination> => {
  const { state } = trustCase.verdict;
  if (state === 'trusted') return { state: 'accepted', causes: [], bytes: null };
  const { causes, bytes } = await ofCredential(trustCase);
  const besides = notCredentialCauses(trustCase);
  // Where nobody looked at the credential, an address that is none of the channel is the reason for that.
  const before = state === 'unchecked' ? besides.filter(({ certainty }) => certainty === 'proven') : [];
  const all = once([...before, ...causes, ...besides]);
  return state === 'refused'
    ? { state, causes: all, bytes }
    : { state: 'unknown', causes: all.map((each) => ({ ...each, certainty: 'possible' })), bytes };
};
