import type { JsonObject } from '#shared/text/json.ts';
import type { Difference } from '#shared/text/json-difference.ts';

/** What an entry of an HTTP Archive says beyond what an exchange holds, so that it can be written again as it was. */
export type HarRest = {
  /** What makes its entry of the one that we would write. */
  readonly entry?: Difference;
  /** The bodies that stood there in base64, though they are text. */
  readonly inBase64?: readonly ('request' | 'response')[];
  /** The page that it belongs to; the first entry has those as well that have no entry. */
  readonly pages?: readonly JsonObject[];
  /** What the archive as a whole says: its browser, a comment. */
  readonly log?: JsonObject;
};
