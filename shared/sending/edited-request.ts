import { Type, type Static } from 'typebox';

const exact = { additionalProperties: false };

/** Characters: what a call of the contract can carry. A larger one is sent again as it is, and not edited. */
const longestText = 4_000_000;
const longestBase64 = 6_000_000;

/** The bytes of a body: as text, whose variables are filled in, or as base64 (RFC 4648 §4) where they are no text. */
const EditedBody = Type.Union([
  Type.Object({ text: Type.String({ maxLength: longestText }) }, exact),
  Type.Object({ base64: Type.String({ maxLength: longestBase64 }) }, exact),
]);

/** `as-is`: every byte as written. `re-sign`: with the credential of the channel made anew, and everything else as written. */
const Signing = Type.Union([Type.Literal('as-is'), Type.Literal('re-sign')]);

/** A request as a person wrote it in the editor: any text may stand in it, and `requestIssues` says what cannot be sent. */
export const EditedRequest = Type.Object(
  {
    /** Whose settings fill in its variables and whose credential signs it; null: it belongs to no channel. */
    channelId: Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()]),
    method: Type.String({ maxLength: 100 }),
    /** The whole address, percent-encoding untouched. */
    url: Type.String({ maxLength: 100_000 }),
    /** In order, with their case and their duplicates. `Host` and `Content-Length` are added where they are absent. */
    headers: Type.Array(Type.Tuple([Type.String({ maxLength: 1000 }), Type.String({ maxLength: 100_000 })]), {
      maxItems: 500,
    }),
    body: EditedBody,
    sign: Signing,
    /** Whether `{{…}}` in address, header values and text body is a variable, or two braces. */
    withVariables: Type.Boolean(),
  },
  exact,
);
export type EditedRequest = Static<typeof EditedRequest>;
