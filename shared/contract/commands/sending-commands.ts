import { Type } from 'typebox';
import { exact, ExchangeId, takes, type Nothing } from '#shared/contract/command.ts';
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
  /**
   * Sends the same request many times, `{{n}}` being which one it is: `perSecond` of them at most (null: as fast as it goes), and no more
   * than `atOnce` on their way. Refuses as `sendRequest` does. How far it is arrives as events.
   */
  startBurst: takes(
    Type.Object(
      {
        ...sendable,
        count: Type.Integer({ minimum: 1, maximum: 10_000 }),
        perSecond: Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Null()]),
        atOnce: Type.Integer({ minimum: 1, maximum: 50 }),
      },
      exact,
    ),
  ).returns<{ readonly burstId: string }>(),
  /** Sends no more of it; what is on its way comes to its end. One that is over already stays as it was. */
  cancelBurst: takes(Type.Object({ burstId: Type.String({ maxLength: 100 }) }, exact)).returns<Nothing>(),
} as const;
