import { fault, HarnessError, type Fault } from '#shared/contract/fault.ts';
import type { CommandInput } from '#shared/contract/harness.ts';
import type { EditedRequest } from '#shared/sending/edited-request.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { bodyDraftOf, bytesOfDraft, isText, type BodyDraft } from './body-text.ts';

/** A header line as it is being written; the key tells it from the others, whatever stands in it. */
export type HeaderRow = { readonly key: number; readonly name: string; readonly value: string };

/** A request as it is being written. */
export type RequestDraft = Pick<EditedRequest, 'channelId' | 'method' | 'url' | 'sign' | 'withVariables'> & {
  readonly headers: readonly HeaderRow[];
  readonly body: BodyDraft;
  /** Seconds that the answer is waited for. */
  readonly timeLimit: string;
};

let lastKey = 0;

/** A line that was not there before. */
export const headerRow = (name: string, value: string): HeaderRow => ({ key: (lastKey += 1), name, value });

const usualLimit = '30';

export const draftOf = ({ headers, body, ...request }: EditedRequest): RequestDraft => ({
  ...request,
  headers: headers.map(([name, value]) => headerRow(name, value)),
  body: bodyDraftOf({ headers, body }),
  timeLimit: usualLimit,
});

/** The request that is written. A body that cannot be read is told among the issues of the draft, and stands for nothing here. */
export const requestOf = ({
  headers,
  body,
  channelId,
  method,
  url,
  sign,
  withVariables,
}: RequestDraft): EditedRequest => ({
  channelId,
  method,
  url,
  sign,
  withVariables,
  // A line in which nothing stands was begun and left.
  headers: headers.filter(({ name, value }) => name !== '' || value !== '').map(({ name, value }) => [name, value]),
  body: isText(body.form) ? { text: body.text } : { base64: encodeBase64(bytesOfDraft(body) ?? new Uint8Array()) },
});

/** Why a draft can be neither sent nor saved; null where it can: hex or base64 that is none stands for no bytes, and must not go out as an empty body. */
export const refusalOfBody = (draft: RequestDraft | undefined): Fault | null =>
  draft === undefined || bytesOfDraft(draft.body)
    ? null
    : fault('input.invalid', { problem: '' }, [{ path: '/body', message: '' }]);

export const refuseUnreadable = (draft: RequestDraft): void => {
  const refused = refusalOfBody(draft);
  if (refused) throw new HarnessError(refused);
};

/** Whether two requests are the same to the byte. */
export const isSameRequest = (one: EditedRequest, other: EditedRequest): boolean =>
  (['channelId', 'method', 'url', 'sign', 'withVariables'] as const).every((each) => one[each] === other[each]) &&
  JSON.stringify(one.headers) === JSON.stringify(other.headers) &&
  isSameBody(one.body, other.body);

const isSameBody = (one: EditedRequest['body'], other: EditedRequest['body']): boolean =>
  'text' in one ? 'text' in other && one.text === other.text : 'base64' in other && one.base64 === other.base64;

/** What the commands that send take; `of`: the exchange that it was made of. Give it a draft without issues. */
export const sendableOf = (draft: RequestDraft, of: number | null): CommandInput<'sendRequest'> => ({
  ...requestOf(draft),
  of,
  timeLimit: Number(draft.timeLimit),
});

/** The index of each line that is sent, by its place among those that are written: issues are told by the former. */
export const sentIndexes = ({ headers }: RequestDraft): readonly (number | null)[] => {
  let sent = 0;
  return headers.map(({ name, value }) => (name === '' && value === '' ? null : sent++));
};
