import type { RawResponse } from '#shared/exchange/raw-http.ts';

/** A response that says nothing but its status. */
export const emptyReply = (status: number): RawResponse => ({
  status,
  reason: '',
  headers: [['Content-Length', '0']],
  body: new Uint8Array(),
});
