import { Type } from 'typebox';
import { ChannelId, ConversationId, exact, ExchangeId, takes, type Nothing } from '#shared/contract/command.ts';
import { asked } from '#shared/contract/commands/row-commands.ts';
import { ExportFormat } from '#shared/export/export-format.ts';
import type { ExportStep } from '#shared/export/export-step.ts';
import type { Imported } from '#shared/export/import-kind.ts';

/** An id that this run gave. */
const GivenId = Type.String({ minLength: 1, maxLength: 100 });

/** What is exported: everything that all of these allow; what is left out allows all. */
const Choice = Type.Object(
  {
    exchangeIds: Type.Optional(Type.Array(ExchangeId, { minItems: 1, maxItems: 10_000 })),
    conversationIds: Type.Optional(Type.Array(ConversationId, { minItems: 1, maxItems: 1000 })),
    channelId: Type.Optional(ChannelId),
    /** The rows that a query finds, as in `listRows`; a bundle has their twins too. */
    ...asked,
  },
  exact,
);

const Options = Type.Object(
  {
    /** For curl. */
    shell: Type.Optional(Type.Union([Type.Literal('posix'), Type.Literal('powershell')])),
    /** For har, curl and postman: leaves credentials as they were. */
    withSecrets: Type.Optional(Type.Boolean()),
    /** For a bundle: leaves users, names, addresses and numbers of persons; secrets go all the same. */
    keepPersons: Type.Optional(Type.Boolean()),
    /** What is replaced besides, wherever it stands and in whatever form: the name of a customer. */
    alsoReplace: Type.Optional(Type.Array(Type.String({ minLength: 3, maxLength: 500 }), { maxItems: 200 })),
  },
  exact,
);

/** What a screen may ask of export and import. */
export const exportCommands = {
  /**
   * Begins to write what is chosen as a file, and does a first stretch of it: what is small is done at once. What has no end yet is
   * gone on with by `continueExport`, for as long as somebody asks. Only the newest few exports are kept, and only in memory.
   */
  exportTraffic: takes(
    Type.Object({ format: ExportFormat, choice: Choice, options: Options }, exact),
  ).returns<ExportStep>(),
  continueExport: takes(Type.Object({ exportId: GivenId }, exact)).returns<ExportStep>(),
  /** A slice of a file that is done: `length` bytes from `from`, in base64 (RFC 4648 §4). */
  readExport: takes(
    Type.Object(
      {
        exportId: GivenId,
        from: Type.Integer({ minimum: 0 }),
        length: Type.Integer({ minimum: 1, maximum: 4 * 1024 * 1024 }),
      },
      exact,
    ),
  ).returns<{ readonly base64: string; readonly total: number }>(),
  /** Lets go of an export, done or not. */
  forgetExport: takes(Type.Object({ exportId: GivenId }, exact)).returns<Nothing>(),
  /** Hands a file in that is to be imported, slice by slice: the first one without an id, each at the end of those before. */
  handIn: takes(
    Type.Object(
      {
        importId: Type.Optional(GivenId),
        from: Type.Integer({ minimum: 0 }),
        base64: Type.String({ maxLength: 6 * 1024 * 1024 }),
      },
      exact,
    ),
  ).returns<{ readonly importId: string; readonly bytes: number }>(),
  /** Keeps the exchanges of the file that was handed in (HAR, curl, bundle, Postman collection), all or none; they appear as events, marked. */
  importTraffic: takes(
    Type.Object(
      {
        importId: GivenId,
        /** The name of the file, for the sentences about it. */
        name: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
        /** The channel that they are put to; none when left out. */
        channelId: Type.Optional(ChannelId),
      },
      exact,
    ),
  ).returns<Imported>(),
} as const;
