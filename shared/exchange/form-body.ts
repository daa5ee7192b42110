import { textOf } from '#shared/exchange/body.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';

export type FormFile = {
  readonly field: string;
  readonly name: string;
  /** Its media type as the form gives it; may be empty. */
  readonly type: string;
  readonly bytes: Uint8Array;
};

/** A form as it arrived. `problem`: one sentence, when it could not be read. */
export type FormBody = {
  /** In order, with repeated names. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly FormFile[];
  readonly problem?: string;
};

/** The media type of a message in lower case, without parameters; empty where there is none (RFC 9110 §8.3). */
export const mediaTypeOf = ({ headers }: Pick<RawRequest, 'headers'>): string =>
  headerValue(headers, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1) and `multipart/form-data` (RFC 7578); refuses anything else with a problem. */
export const readForm = async (request: Pick<RawRequest, 'headers' | 'body'>): Promise<FormBody> => {
  const type = mediaTypeOf(request);
  if (type === 'application/x-www-form-urlencoded')
    return { fields: [...new URLSearchParams(textOf(request.body).text)], files: [] };
  if (type === 'multipart/form-data') return readMultipart(request);
  return { fields: [], files: [], problem: `The body is ${type || 'of no named type'}, not a form.` };
};

const readMultipart = async ({ headers, body }: Pick<RawRequest, 'headers' | 'body'>): Promise<FormBody> => {
  const contentType = headerValue(headers, 'content-type') ?? '';
  if (!/;\s*boundary\s*=/i.test(contentType))
    return { fields: [], files: [], problem: 'Content-Type names no boundary, so the parts cannot be told apart.' };
  try {
    const entries = [
      ...(await new Response(Uint8Array.from(body), { headers: { 'content-type': contentType } }).formData()),
    ];
    const fields: [string, string][] = [];
    const files: FormFile[] = [];
    for (const [field, entry] of entries) {
      if (typeof entry === 'string') fields.push([field, entry]);
      else files.push({ field, name: entry.name, type: entry.type, bytes: new Uint8Array(await entry.arrayBuffer()) });
    }
    return { fields, files };
  } catch {
    return { fields: [], files: [], problem: 'The parts cannot be read: the body is not what its boundary announces.' };
  }
};

/** The body of an urlencoded form, for the media type `application/x-www-form-urlencoded`. */
export const writeUrlEncoded = (fields: FormBody['fields']): string =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();

const escapeName = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');

/** The body of a multipart form with text fields only, for `multipart/form-data; boundary=…`. Names are escaped as browsers do (RFC 7578 §2). */
export const writeMultipart = (fields: FormBody['fields'], boundary: string): string => {
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
};

/** The query of a request target as pairs, decoded as a form (`+` is a space). */
export const queryOf = (target: string): URLSearchParams => {
  const start = target.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : target.slice(start + 1));
};
