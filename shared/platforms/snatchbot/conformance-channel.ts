import { headerValue, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { firstOf, fits, objectOf, rowsOf, same } from './conformance-words.ts';
import { requests } from './example-requests.ts';
import { facts } from './facts.ts';
import { snatchBotSettings } from './settings.ts';

const platform = rowsOf('api-channel', 'platform');
const remote = { isRemote: true };

type PathOver = { readonly bot?: string; readonly app?: string; readonly secret?: string };

const pathFor = ({ settings }: Probe, { bot, app, secret }: PathOver = {}): string => {
  const { botId, appId, appSecret } = snatchBotSettings(settings);
  return `/channels/api/api/id${bot ?? botId}/app${app ?? appId}/aps${secret ?? appSecret}`;
};

const post = (
  probe: Probe,
  body: string,
  user: string,
  over: PathOver & { readonly type?: string } = {},
): Promise<RawResponse> =>
  probe.send(
    requests.toBot(body, {
      path: pathFor(probe, over),
      query: `?user_id=${user}`,
      ...(over.type === undefined ? {} : { type: over.type }),
    }),
  );

const poll = (probe: Probe, user: string, messageId: string): Promise<RawResponse> =>
  probe.send({ ...requests.poll(''), target: `${pathFor(probe)}?user_id=${user}&message_id=${messageId}` });

const messagesOf = (response: RawResponse): readonly JsonObject[] => {
  const { messages } = objectOf(response);
  return Array.isArray(messages) ? messages.filter(isJsonObject) : [];
};

const isRefused = ({ status, body }: RawResponse): string | null =>
  firstOf(same('The status', status, 403), same('The body', objectOf({ body }), { status: false }));

const someone = ({ stamp }: Probe): string => `u-${stamp.id()}`;

/** Who is let in. */
const entrance: readonly ConformanceRow[] = [
  platform(
    'path',
    facts.path,
    async (probe) => same('The status', (await post(probe, '{"message":"hi"}', someone(probe))).status, 200),
    remote,
  ),
  platform(
    'path.secret',
    facts.secretInPath,
    async (probe) => {
      const { appSecret } = snatchBotSettings(probe.settings);
      const request = requests.toBot('{"message":"hi"}', { path: pathFor(probe, { secret: 'wrong' }) });
      return isRefused(
        await probe.send({ ...request, headers: [...request.headers, ['Authorization', `Bearer ${appSecret}`]] }),
      );
    },
    remote,
  ),
  platform(
    'credential.form',
    facts.credentialForm,
    async (probe) => same('The status', (await post(probe, '{"message":"hi"}', someone(probe))).status, 200),
    { settings: { appId: 'A1'.repeat(27), appSecret: `NOTaREALsecret${'x9'.repeat(20)}Z` } },
  ),
  ...(
    [
      ['bot', { bot: '99999999' }],
      ['app', { app: 'otherapp' }],
      ['secret', { secret: 'othersecret' }],
      ['empty', { secret: '' }],
    ] as const
  ).map(([id, over]) =>
    platform(
      `refused.${id}`,
      facts.refusal,
      async (probe) => isRefused(await post(probe, '{"message":"hi"}', 'u-42', over)),
      remote,
    ),
  ),
  platform(
    'user-id.any',
    facts.userId,
    async (probe) =>
      same('The status', (await post(probe, '{"message":"hi"}', `any+thing%20${someone(probe)}`)).status, 200),
    remote,
  ),
  platform('user-id.missing', facts.unusable, async (probe) => {
    const { status } = await probe.send(requests.toBot('{"message":"hi"}', { path: pathFor(probe), query: '' }));
    return same('The status', status, 400);
  }),
  platform('body.unusable', facts.unusable, async (probe) => {
    const statuses = await Promise.all(
      ['message=hi', '', '[]', '{"text":"hi"}'].map(async (body) => (await post(probe, body, 'u-42')).status),
    );
    return same('The list of statuses', statuses, [400, 400, 400, 400]);
  }),
  platform('method', facts.method, async (probe) => {
    const { status } = await probe.send({
      ...requests.toBot('{"message":"hi"}', { path: pathFor(probe) }),
      method: 'PUT',
    });
    return same('The status', status, 405);
  }),
];

/** What is said, and what comes back. */
const talk: readonly ConformanceRow[] = [
  platform(
    'send',
    facts.send,
    async (probe) => {
      const response = await post(probe, '{"message":"hi"}', someone(probe));
      return messagesOf(response).length > 0 ? null : `The answer holds no message (status ${response.status}).`;
    },
    remote,
  ),
  ...(
    [
      ['text-plain', 'text/plain;charset=UTF-8'],
      ['json-charset', 'application/json; charset=utf-8'],
      ['none', ''],
    ] as const
  ).map(([id, type]) =>
    platform(
      `content-type.${id}`,
      facts.anyContentType,
      async (probe) =>
        same('The status', (await post(probe, '{"message":"hi"}', someone(probe), { type })).status, 200),
      remote,
    ),
  ),
  platform(
    'restart',
    facts.restart,
    async (probe) => {
      const response = await post(probe, '{"message":""}', someone(probe));
      return firstOf(
        same('The status', response.status, 200),
        messagesOf(response).length > 0 ? null : 'The bot does not greet.',
      );
    },
    remote,
  ),
  platform(
    'answer',
    facts.answer,
    async (probe) => {
      const response = await post(probe, '{"message":"hi"}', someone(probe));
      const { status, cards, suggested } = objectOf(response);
      const [first] = messagesOf(response);
      return firstOf(
        fits('message', first?.['message'], /./),
        fits('speech', first?.['speech'], /./),
        same('Whether cards and suggested are lists', [Array.isArray(cards), Array.isArray(suggested)], [true, true]),
        same('status', status, true),
      );
    },
    remote,
  ),
  platform('restrictions', facts.restrictions, async (probe) => {
    const names = Object.keys(objectOf(await post(probe, '{"message":"hi"}', someone(probe))));
    return same('The list of names', names, ['messages', 'cards', 'suggested', 'status']);
  }),
  platform('tapped', facts.tapped, async (probe) => {
    const user = someone(probe);
    await post(probe, '{"message":"balance"}', user);
    const texts = messagesOf(await post(probe, '{"message":"Everyday account"}', user)).map(({ message }) => message);
    return fits('The answer', texts[0], /Everyday account ending in/);
  }),
  platform('browsers', facts.browsers, async (probe) => {
    const asking = { ...requests.toBot('', { path: pathFor(probe) }), method: 'OPTIONS' };
    const leave = await probe.send(asking);
    const answer = await post(probe, '{"message":"hi"}', someone(probe));
    const origins = [leave, answer].map(({ headers }) => headerValue(headers, 'access-control-allow-origin'));
    return firstOf(
      same('The status of OPTIONS', leave.status, 204),
      same('The origins that may read', origins, ['*', '*']),
    );
  }),
  platform(
    'bot-timeout',
    facts.botTimeout,
    async (probe) => same('The status', (await post(probe, '{"message":"hi"}', someone(probe))).status, 504),
    { defects: ['channel.bot-late'] },
  ),
];

/** GET. */
const polling: readonly ConformanceRow[] = [
  platform(
    'poll',
    facts.poll,
    async (probe) => {
      const user = someone(probe);
      const said = messagesOf(await post(probe, '{"message":"hi"}', user)).map(({ message }) => message);
      const [newest] = messagesOf(await poll(probe, user, '0'));
      const id = newest?.['id'];
      if (typeof id !== 'string') return 'The newest message has no id.';
      return firstOf(
        same('The newest message', newest?.['message'], said.at(-1)),
        fits('date', newest?.['date'], /\d/),
        same('What comes after the newest', messagesOf(await poll(probe, user, id)), []),
      );
    },
    remote,
  ),
  platform('poll.newest-first', facts.newestFirst, async (probe) => {
    const user = someone(probe);
    await post(probe, '{"message":"hi"}', user);
    const last = messagesOf(await post(probe, '{"message":"thanks"}', user)).at(-1)?.['message'];
    const listed = messagesOf(await poll(probe, user, '0'));
    return firstOf(
      same('The first of the list', listed[0]?.['message'], last),
      listed.length > 1 ? null : 'Only one message is listed.',
    );
  }),
  platform('poll.holds', facts.pollHolds, async (probe) => {
    const user = someone(probe);
    await post(probe, '{"message":"zebra crossing"}', user);
    const listed = messagesOf(await poll(probe, user, '0')).map(({ message }) => message);
    return firstOf(
      listed.length > 0 ? null : 'Nothing is listed.',
      same('Whether the user’s words are listed', listed.includes('zebra crossing'), false),
    );
  }),
];

export const channelRows: readonly ConformanceRow[] = [...entrance, ...talk, ...polling];
