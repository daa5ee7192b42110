import { Type, type Static } from 'typebox';
import { redact } from '#shared/channel/redact.ts';
import { EditedRequest } from '#shared/sending/edited-request.ts';
import { withoutQueryValues } from '#shared/sending/split-url.ts';

const exact = { additionalProperties: false };

/** Bytes of one body, as text or as what its base64 stands for. */
export const largestBody = 1024 * 1024;

const folderName = String.raw`[^/\u0000-\u001f]{1,100}`;

/** Where a payload lies: empty, or names with a slash between. */
const FolderPath = Type.String({
  maxLength: 500,
  pattern: `^(?:${folderName}(?:/${folderName})*)?$`,
  must: 'be empty, or names with a slash between them, as in smoke/tokens',
});

/** A request that a person put by, to be sent again. Its variables are names: no value of a setting is in it. */
export const SavedPayload = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    folder: FolderPath,
    ...EditedRequest.properties,
    body: Type.Union([
      Type.Object({ text: Type.String({ maxLength: largestBody }) }, exact),
      Type.Object({ base64: Type.String({ maxLength: Math.ceil(largestBody / 3) * 4 }) }, exact),
    ]),
  },
  exact,
);
export type SavedPayload = Static<typeof SavedPayload>;

/** What every screen may know of it: what a credential may stand in is left out, and read by command. */
export type ShownPayload = Pick<
  SavedPayload,
  'id' | 'name' | 'folder' | 'channelId' | 'method' | 'url' | 'sign' | 'withVariables'
>;

/** Of its address, the values of the query are masked whatever they are, and every known secret. */
export const shownPayload = (
  { id, name, folder, channelId, method, url, sign, withVariables }: SavedPayload,
  secrets: readonly string[],
): ShownPayload => ({
  id,
  name,
  folder,
  channelId,
  method,
  url: redact(withoutQueryValues(url), secrets).slice(0, longestShown),
  sign,
  withVariables,
});

const longestShown = 2000;
