import { Type, type TSchema } from 'typebox';

/** A command: what it takes (checked at the border) and what it returns (ids and pages; truth arrives as events). */
export type Command<Input extends TSchema, Output> = { readonly input: Input; readonly output?: Output };

export const takes = <Input extends TSchema>(input: Input) => ({
  returns: <Output>(): Command<Input, Output> => ({ input }),
});

export type Nothing = Readonly<Record<string, never>>;

export const exact = { additionalProperties: false };
export const ChannelId = Type.String({ minLength: 1, maxLength: 200 });
/** Holds a user id of 500 characters, each of which may be nine when it is percent-encoded. */
export const ConversationId = Type.String({ minLength: 1, maxLength: 5000 });
export const ExchangeId = Type.Integer({ minimum: 1 });
export const Name = Type.String({ minLength: 1, maxLength: 100 });
export const Settings = Type.Record(Type.String(), Type.Unknown());
