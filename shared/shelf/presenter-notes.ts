import { Type, type Static } from 'typebox';

/** What a presenter wants to say beside a conversation, for nobody else to see; `id` is that of the conversation. */
export const PresenterNotes = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 5000 }), text: Type.String({ maxLength: 20_000 }) },
  { additionalProperties: false },
);
export type PresenterNotes = Static<typeof PresenterNotes>;

/** Of how many conversations notes are kept: the ones that were written first go first. */
export const mostNotes = 200;
