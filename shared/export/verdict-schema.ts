import { Type } from 'typebox';

const exact = { additionalProperties: false };
const Name = Type.String({ maxLength: 5000 });
const Sentence = Type.String({ maxLength: 100_000 });
const FactStatus = Type.Union([Type.Literal('documented'), Type.Literal('observed'), Type.Literal('assumed')]);

/** The schema of `Finding`, as it may stand in a file of somebody else. */
export const FindingSchema = Type.Object(
  {
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]),
    rule: Name,
    summary: Sentence,
    at: Type.Optional(Sentence),
    status: Type.Optional(FactStatus),
    source: Type.Optional(Sentence),
  },
  exact,
);

const Check = Type.Object(
  {
    id: Name,
    title: Name,
    result: Type.Union([
      Type.Literal('pass'),
      Type.Literal('warn'),
      Type.Literal('fail'),
      Type.Literal('not-applicable'),
    ]),
    detail: Sentence,
    status: Type.Optional(FactStatus),
    source: Type.Optional(Sentence),
  },
  exact,
);

const Cause = Type.Object(
  {
    /** One that this version does not know is passed over. */
    code: Name,
    because: Sentence,
    proof: Sentence,
    fix: Sentence,
    certainty: Type.Union([Type.Literal('proven'), Type.Literal('possible')]),
  },
  exact,
);

const Examination = Type.Object(
  {
    state: Type.Union([Type.Literal('accepted'), Type.Literal('refused'), Type.Literal('unknown')]),
    causes: Type.Array(Cause, { maxItems: 100 }),
    bytes: Type.Union([
      Type.Object({ arrived: Sentence, signed: Type.Union([Sentence, Type.Null()]), rewriting: Sentence }, exact),
      Type.Null(),
    ]),
  },
  exact,
);

const Credential = Type.Union([
  Type.Object({ kind: Type.Literal('jwt'), header: Name }, exact),
  Type.Object({ kind: Type.Literal('text'), at: Sentence }, exact),
]);

/** The schema of `Verdict`, without the remedies: they are for the bench that found the cause. */
export const VerdictSchema = Type.Object(
  {
    state: Type.Union([Type.Literal('trusted'), Type.Literal('refused'), Type.Literal('unchecked')]),
    because: Sentence,
    fix: Type.Optional(Sentence),
    checks: Type.Array(Check, { maxItems: 1000 }),
    credential: Type.Optional(Credential),
    examination: Type.Optional(Examination),
  },
  exact,
);
