import { Type } from 'typebox';
import { ChannelId, exact, ExchangeId, Settings, takes } from '#shared/contract/command.ts';
import type { End } from '#shared/exchange/exchange.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** What a screen may ask about credentials. */
export const trustCommands = {
  /** How the channel judges a kept request or a pasted text (token, curl, raw HTTP, HAR), also under other circumstances. Nothing is sent. */
  examine: takes(
    Type.Object(
      {
        channelId: ChannelId,
        source: Type.Union([
          Type.Object({ kind: Type.Literal('exchange'), id: ExchangeId }, exact),
          Type.Object({ kind: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 4_000_000 }) }, exact),
        ]),
        whatIf: Type.Optional(
          Type.Object(
            {
              /** Milliseconds since 1970. */
              at: Type.Optional(Type.Number()),
              algorithm: Type.Optional(Type.String({ maxLength: 20 })),
              /** The channel whose secrets are tried. */
              keysOf: Type.Optional(ChannelId),
            },
            exact,
          ),
        ),
      },
      exact,
    ),
  ).returns<{ readonly verdict: Verdict; readonly end: End; readonly notes: readonly string[] }>(),
  /** A new token of the channel; `claims` replace those of the preset. The token is a secret: it is for the person who asked. */
  mintToken: takes(
    Type.Object({ channelId: ChannelId, preset: Type.String(), claims: Type.Optional(Settings) }, exact),
  ).returns<{ readonly token: string; readonly claims: JsonObject; readonly header: readonly [string, string] }>(),
  /** Sends what the user’s "hi" would be on the channel, with this token instead of its own. */
  sendToken: takes(
    Type.Object({ channelId: ChannelId, token: Type.String({ minLength: 1, maxLength: 100_000 }) }, exact),
  ).returns<{ readonly exchangeId: number }>(),
} as const;
