import { jsonResponse, type RawResponse } from '#shared/exchange/raw-http.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';

/** The errors of the channel by status; 404 has no public text, this one is ours. */
export const errorTexts = {
  400: 'Invalid Request Payload',
  401: 'Invalid Access token',
  404: 'Not Found',
  429: 'Too Many requests',
  504: 'The request has been timed-out',
} as const;

/** The error reply of V1: the envelope that is documented for V2, without its `_v` and `_t`. */
export const errorReply = (status: keyof typeof errorTexts): RawResponse =>
  jsonResponse(status, { errors: [{ msg: errorTexts[status], code: status }] });

/** The texts in the error envelope of an answer, or null when it has none. */
export const errorMessagesOf = (answer: Json): readonly string[] | null => {
  const errors = isJsonObject(answer) ? answer['errors'] : undefined;
  if (!Array.isArray(errors)) return null;
  return errors.map((each: Json) =>
    isJsonObject(each) && typeof each['msg'] === 'string' ? each['msg'] : 'an error without a message',
  );
};
