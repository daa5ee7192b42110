import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { Stamp } from '#shared/platforms/context.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import type { Version } from './addresses.ts';
import { traceIdOf } from './ids.ts';

/** The errors of the channel by status; 404 and 412 have no public text, these are ours. */
export const errorTexts = {
  400: 'Invalid Request Payload',
  401: 'Invalid Access token',
  404: 'Not Found',
  412: 'Precondition Failed',
  429: 'Too Many requests',
  504: 'The request has been timed-out',
} as const;

export type ErrorStatus = keyof typeof errorTexts;

const errors = (status: number, msg: string) => ({ errors: [{ msg, code: status }] });

/** The error reply of V1: the envelope that is documented for V2, without its `_v` and `_t`. */
export const errorReply = (status: ErrorStatus): RawResponse =>
  jsonResponse(status, errors(status, errorTexts[status]));

/** The error reply of a version; that of V2 carries its mark and a trace id. */
export const errorReplyOf = (version: Version, status: ErrorStatus, { id }: Pick<Stamp, 'id'>): RawResponse =>
  version === 'v1'
    ? errorReply(status)
    : jsonResponse(status, { ...errors(status, errorTexts[status]), _v: 'v2', _t: traceIdOf(id()) });

/** What a poll gets whose pollId is not known, or was answered before: without `_v` and `_t`, as documented. */
export const noDataFound: RawResponse = jsonResponse(400, errors(400, 'No data found'));

/** The texts in the error envelope of an answer, or null when it has none. */
export const errorMessagesOf = (answer: Json): readonly string[] | null => {
  const found = isJsonObject(answer) ? answer['errors'] : undefined;
  if (!Array.isArray(found)) return null;
  return found.map((each: Json) =>
    isJsonObject(each) && typeof each['msg'] === 'string' ? each['msg'] : 'an error without a message',
  );
};
