import { completeHeaders, headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import { defectActed, type Defect } from '#shared/platforms/defect.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** Milliseconds that a late request is late. */
const lateness = 5000;

/** What goes on from something that was sent is no new sending: repeating a retry would hide what the defect does. */
const followsUp = ({ purpose }: Dispatch): boolean => purpose === 'retry' || purpose === 'poll';

/** The requests of one end as a defect of its lets them go out: later, twice, in another order, not at all, or cut in the middle. */
export const misbehaveSending = (dispatches: readonly Dispatch[], defects: readonly Defect[]): readonly Dispatch[] =>
  defects.reduce(
    (sent, defect) => (defect.does.kind === 'sending' ? sendWith(sent, defect, defect.does.how) : sent),
    dispatches,
  );

type SendingHow = Extract<Defect['does'], { kind: 'sending' }>['how'];

const sendWith = (dispatches: readonly Dispatch[], defect: Defect, how: SendingHow): readonly Dispatch[] => {
  const isMeant = (each: Dispatch): boolean =>
    each.end === defect.end && !followsUp(each) && each.withheld === undefined;
  const marked = (each: Dispatch): Dispatch => ({ ...each, findings: [...each.findings, defectActed(defect)] });
  switch (how) {
    case 'late':
      return dispatches.map((each) => (isMeant(each) ? { ...marked(each), after: each.after + lateness } : each));
    case 'twice':
      return dispatches.flatMap((each) => (isMeant(each) ? [each, again(marked(each))] : [each]));
    case 'out-of-order':
      return dispatches.filter(isMeant).length < 2 ? dispatches : dispatches.toReversed().map(marked);
    case 'never':
      return dispatches.map((each) =>
        isMeant(each) ? { ...marked(each), withheld: `The defect “${defect.title}” is on` } : each,
      );
    case 'garbled':
      return dispatches.map((each) => (isMeant(each) ? { ...marked(each), request: cutRequest(each.request) } : each));
    default:
      return assertNever(how);
  }
};

/** Once more: it says nothing new in the conversation, and asks nobody again. */
const again = ({ turn: _turn, ...dispatch }: Dispatch): Dispatch => ({ ...dispatch, after: 0, messages: [] });

const half = (body: Uint8Array): Uint8Array => body.slice(0, Math.floor(body.byteLength / 2));

/** The length is left to be told anew: the request is whole as HTTP, and only its body is not. */
const cutRequest = (request: Dispatch['request']): Dispatch['request'] => ({
  ...request,
  headers: completeHeaders(
    {
      ...request,
      headers: request.headers.filter(([name]) => name.toLowerCase() !== 'content-length'),
      body: half(request.body),
    },
    request.origin.replace(/^https?:\/\//, ''),
  ),
  body: half(request.body),
});

/** A reply whose body stops in the middle, while its head says that it is whole. */
export const garbledReply = (reply: RawResponse): RawResponse => {
  const body = half(reply.body);
  return {
    ...reply,
    body,
    headers:
      headerValue(reply.headers, 'content-length') === undefined
        ? reply.headers
        : reply.headers.map(([name, value]) =>
            name.toLowerCase() === 'content-length' ? [name, String(body.byteLength)] : [name, value],
          ),
  };
};
