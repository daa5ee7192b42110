/** Header lines exactly as they were on the wire: in order, with their case and their duplicates. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** One HTTP request as it arrived or will be sent; the body is the bytes of the wire, never decoded. */
export type RawRequest = {
  readonly method: string;
  /** The request target of the request line: path and query, percent-encoding untouched (RFC 9112 §3.2). */
  readonly target: string;
  readonly headers: HeaderLines;
  readonly body: Uint8Array;
};

/** One HTTP response; `reason` is the reason phrase, empty for the standard one. */
export type RawResponse = {
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderLines;
  readonly body: Uint8Array;
};

/** Every value of a header, in order of appearance. Names compare without case (RFC 9110 §5.1). */
export const headerValues = (headers: HeaderLines, name: string): readonly string[] => {
  const wanted = name.toLowerCase();
  return headers.filter(([each]) => each.toLowerCase() === wanted).map(([, value]) => value);
};

/** The first value of a header, or undefined when it is absent. */
export const headerValue = (headers: HeaderLines, name: string): string | undefined => headerValues(headers, name)[0];

/**
 * The path of a request target, without its query, percent-encoding untouched. A client that takes us for its proxy sends the whole
 * address, and a server has to read that as well (RFC 9112 §3.2.2).
 */
export const pathOf = (target: string): string => {
  const start = target.startsWith('/') ? 0 : (/^https?:\/\/[^/?#]*/i.exec(target)?.[0].length ?? 0);
  const query = target.indexOf('?', start);
  return target.slice(start, query < 0 ? target.length : query);
};

/**
 * The header lines of a request as they go over the wire: those given, with `Host` first and `Content-Length` last where they are absent.
 * RFC 9110 §8.6: without a body only the methods that expect one tell that it is empty.
 */
export const completeHeaders = (
  { method, headers, body }: Pick<RawRequest, 'method' | 'headers' | 'body'>,
  authority: string,
): HeaderLines => {
  const isHosted = headerValue(headers, 'host') !== undefined;
  const isFramed =
    headerValue(headers, 'content-length') !== undefined || headerValue(headers, 'transfer-encoding') !== undefined;
  const needsLength = !isFramed && (body.byteLength > 0 || ['POST', 'PUT', 'PATCH'].includes(method));
  return [
    ...(isHosted ? [] : [['Host', authority] as const]),
    ...headers,
    ...(needsLength ? [['Content-Length', String(body.byteLength)] as const] : []),
  ];
};

/** A response whose body is JSON text, with the content type and length that say so. */
export const jsonResponse = (status: number, value: unknown): RawResponse => {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return {
    status,
    reason: '',
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Content-Length', String(body.byteLength)],
    ],
    body,
  };
};
