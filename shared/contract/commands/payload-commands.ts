import { Type } from 'typebox';
import { exact, ExchangeId, takes, type Nothing } from '#shared/contract/command.ts';
import type { Undoable } from '#shared/contract/commands/undo-commands.ts';
import { EditedRequest } from '#shared/sending/edited-request.ts';
import { SavedPayload } from '#shared/shelf/saved-payload.ts';

const { id, name, folder } = SavedPayload.properties;

/** What a screen may ask of the payloads on the shelf. */
export const payloadCommands = {
  /**
   * Puts a request by; one with the same id is replaced, and without an id it is new. Where it is to be signed anew, its credential is
   * left out.
   */
  savePayload: takes(Type.Object({ id: Type.Optional(id), name, folder, ...EditedRequest.properties }, exact)).returns<{
    readonly id: string;
  }>(),
  /** Puts the request of an exchange by; where its channel has a credential for it, that is left out and made anew when it is sent. */
  saveExchange: takes(Type.Object({ exchangeId: ExchangeId, name, folder }, exact)).returns<{ readonly id: string }>(),
  /** The whole of it, for the editor: what was saved as it is may hold a credential. */
  readPayload: takes(Type.Object({ id }, exact)).returns<SavedPayload>(),
  /** Gives it another name or folder, or both. */
  movePayload: takes(
    Type.Object({ id, name: Type.Optional(name), folder: Type.Optional(folder) }, exact),
  ).returns<Nothing>(),
  /** Takes it off the shelf; `undo` puts it back where it was. */
  removePayload: takes(Type.Object({ id }, exact)).returns<Undoable>(),
} as const;
