import { textOf } from '#shared/exchange/body.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { fillPath } from '#shared/platforms/route.ts';
import type { Json } from '#shared/text/json.ts';
import {
  bearer,
  firstOf,
  jsonIn,
  nextBody,
  postCurrent,
  postTo,
  remote,
  rowAt,
  same,
  user,
} from './conformance-request.ts';
import { facts } from './facts.ts';
import { deprecatedPath } from './paths.ts';
import { chatlayerSettings } from './settings.ts';

const row = rowAt('platform');
const hello = { conversationId: user, message: { textMessage: { text: 'hi' } } };

const statusOf = async (
  probe: Probe,
  body: Json | string = hello,
  headers: HeaderLines = bearer(probe),
): Promise<number> => (await postCurrent(probe, body, headers)).status;

const wantStatus = async (wanted: number, what: string, ...sent: Parameters<typeof statusOf>): Promise<string | null> =>
  same(`The status of ${what}`, await statusOf(...sent), wanted);

const rate = (headers: HeaderLines, name: string): string => headerValue(headers, `x-ratelimit-${name}`) ?? 'missing';

const digitsOfReset = async (probe: Probe): Promise<number> =>
  rate((await postCurrent(probe, hello)).headers, 'reset').length;

/** The current message address: credentials, ids, refusals, limits. */
export const currentRows: readonly ConformanceRow[] = [
  row('d1.bearer.missing', facts.bearer, (probe) => wantStatus(401, 'no Authorization', probe, hello, []), remote),
  row(
    'd1.bearer.other',
    facts.bearer,
    (probe) => wantStatus(401, 'another token', probe, hello, [['Authorization', 'Bearer NOT-A-REAL-TOKEN']]),
    remote,
  ),
  row(
    'd1.bearer.scheme',
    facts.bearer,
    (probe) =>
      wantStatus(401, 'a token without Bearer', probe, hello, [
        ['Authorization', chatlayerSettings(probe.settings).accessToken],
      ]),
    remote,
  ),
  row('d1.bearer.defect', facts.bearer, (probe) => wantStatus(401, 'a good token', probe), { defects: ['accept.401'] }),
  row(
    'd1.unauthorized-body',
    facts.unauthorizedBody,
    async (probe) => same('The body', jsonIn(await postCurrent(probe, hello, [])), { message: 'Unauthorized' }),
    remote,
  ),
  row('d1.conversation-id', facts.userFields, async (probe) => {
    await postCurrent(probe, hello);
    return same('senderId', (await nextBody(probe))['senderId'], user);
  }),
  row('d1.user-id', facts.userFields, async (probe) => {
    await postCurrent(probe, { user: { id: user, firstName: 'Robin' }, message: hello.message });
    return same('senderId', (await nextBody(probe))['senderId'], user);
  }),
  row('d1.both-ids', facts.userPrecedence, async (probe) => {
    await postCurrent(probe, { ...hello, user: { id: 'somebody-else' } });
    return same('senderId', (await nextBody(probe))['senderId'], user);
  }),
  row(
    'd1.no-user',
    facts.userFields,
    (probe) => wantStatus(400, 'a message of nobody', probe, { message: hello.message }),
    remote,
  ),
  row(
    'd1.accepted',
    facts.acceptedBody,
    async (probe) => {
      const response = await postCurrent(probe, hello);
      return firstOf(same('The status', response.status, 200), same('The body', jsonIn(response), {}));
    },
    remote,
  ),
  row(
    'd1.accepted.text',
    facts.acceptedBody,
    async (probe) => same('The body', textOf((await postCurrent(probe, hello)).body).text, 'EVENT_RECEIVED'),
    { settings: { acceptedBody: 'EVENT_RECEIVED' } },
  ),
  row(
    'd1.unusable',
    facts.unusableBody,
    async (probe) =>
      firstOf(
        await wantStatus(400, 'what is not JSON', probe, "{'message':"),
        await wantStatus(400, 'an array', probe, []),
        await wantStatus(400, 'the form of the deprecated dialect', probe, { conversationId: user, text: 'hi' }),
        await wantStatus(400, 'the form of bot messages', probe, { conversationId: user, message: { text: 'hi' } }),
      ),
    remote,
  ),
  row('d1.failing.defect', facts.unusableBody, (probe) => wantStatus(500, 'a good message', probe), {
    defects: ['accept.500'],
  }),
  row(
    'd1.rate-headers',
    facts.rateHeaders,
    async (probe) => {
      const [first, second] = [await postCurrent(probe, hello), await postCurrent(probe, hello)];
      return firstOf(
        same('x-ratelimit-limit', rate(first.headers, 'limit'), '10'),
        same('x-ratelimit-remaining', rate(first.headers, 'remaining'), '9'),
        same('x-ratelimit-remaining of the next', rate(second.headers, 'remaining'), '8'),
        /^\d+$/.test(rate(first.headers, 'reset')) ? null : 'x-ratelimit-reset is no number.',
      );
    },
    { settings: { rateLimit: 10 } },
  ),
  row('d1.rate-reset.ms', facts.rateReset, async (probe) =>
    same('The digits of x-ratelimit-reset', await digitsOfReset(probe), 13),
  ),
  row(
    'd1.rate-reset.s',
    facts.rateReset,
    async (probe) => same('The digits of x-ratelimit-reset', await digitsOfReset(probe), 10),
    { settings: { rateReset: 's' } },
  ),
  row(
    'd1.too-many',
    facts.tooMany,
    async (probe) => firstOf(await wantStatus(200, 'the first', probe), await wantStatus(429, 'the second', probe)),
    { settings: { rateLimit: 1 } },
  ),
  row(
    'd1.too-many.defect',
    facts.tooMany,
    async (probe) => {
      const { status, headers } = await postCurrent(probe, hello);
      return firstOf(same('The status', status, 429), same('x-ratelimit-remaining', rate(headers, 'remaining'), '0'));
    },
    { defects: ['accept.429'] },
  ),
  row('d1.other-dialect', facts.otherDialect, async (probe) => {
    const { status } = await postTo(probe, fillPath(deprecatedPath, probe.settings), bearer(probe), { text: 'hi' });
    return same('The status at the deprecated address', status, 404);
  }),
];
