import { Type } from 'typebox';
import { exact, ExchangeId, takes } from '#shared/contract/command.ts';
import { EditedRequest } from '#shared/sending/edited-request.ts';

/** An edited request, and how it goes out. */
const sendable = {
  ...EditedRequest.properties,
  /** The exchange that it was made of; null: it was written from nothing. */
  of: Type.Union([ExchangeId, Type.Null()]),
  /** Seconds that it waits for its answer. */
  timeLimit: Type.Integer({ minimum: 1, maximum: 600 }),
};

/** What a screen may ask to be sent as it was written. */
export const sendingCommands = {
  /**
   * Sends a request to the byte: its variables are filled in here, and nowhere else. Refuses with `input.invalid` and the issues beside
   * their fields. Returns when the exchange is open.
   */
  sendRequest: takes(Type.Object(sendable, exact)).returns<{ readonly exchangeId: number }>(),
} as const;
