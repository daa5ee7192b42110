import type { ByteTruth, Cause } from '#shared/trust/autopsy/cause.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import type { JwtModel } from '#shared/trust/trust-model.ts';
import { evidenceOf, type JwtEvidence } from './evidence.ts';
import { algorithmCause } from './jwt-alg.ts';
import { appCause } from './jwt-app.ts';
import { claimCauses } from './jwt-claims.ts';
import { brokenForm } from './jwt-form.ts';
import { placeOf } from './jwt-place.ts';
import type { FoundToken } from './jwt-search.ts';
import { signatureCause } from './jwt-signature.ts';

export type JwtExamination = { readonly causes: readonly Cause[]; readonly bytes: ByteTruth | null };

/** Signature, claims and all that a token says, in the order in which a platform asks: algorithm, app, signature, claims. */
const examineToken = async (found: FoundToken, evidence: JwtEvidence): Promise<JwtExamination> => {
  const claims = found.jwt.payload.json ?? {};
  const algorithm = await algorithmCause(found, evidence);
  const signature = algorithm?.code === 'jwt.alg.confusion' ? null : await signatureCause(found, evidence);
  const causes = [algorithm, appCause(claims, evidence), signature?.cause ?? null, ...claimCauses(claims, evidence)];
  const arrived = evidence.masked(found.jwt.payload.decoded ?? '');
  const isKnown =
    found.isSigned || (signature?.cause.certainty === 'proven' && signature.cause.code.startsWith('jwt.secret.'));
  return {
    causes: causes.filter((each) => each !== null),
    bytes: signature?.bytes ?? { arrived, signed: isKnown ? arrived : null, rewriting: '' },
  };
};

/** Whatever the hypotheses found, no secret leaves them, in no form. */
const sealed = (cause: Cause, { masked }: JwtEvidence): Cause => ({
  ...cause,
  because: masked(cause.because),
  proof: masked(cause.proof),
  fix: masked(cause.fix),
});

/** Why a signed token is refused: place, scheme, form, algorithm, app, signature, claims. */
export const examineJwt = async (trustCase: TrustCase, model: JwtModel): Promise<JwtExamination> => {
  const evidence = evidenceOf(trustCase, model);
  const { causes, found, broken } = await placeOf(evidence);
  if (found) {
    const { causes: further, bytes } = await examineToken(found, evidence);
    return { causes: [...causes, ...further].map((each) => sealed(each, evidence)), bytes };
  }
  const form = broken === '' ? [] : [brokenForm(broken, evidence)];
  const claims = decodeJwt(broken).payload.json;
  const further = claims === null ? [] : [appCause(claims, evidence), ...claimCauses(claims, evidence)];
  return {
    causes: [...causes, ...form, ...further.filter((each) => each !== null)].map((each) => sealed(each, evidence)),
    bytes: null,
  };
};
