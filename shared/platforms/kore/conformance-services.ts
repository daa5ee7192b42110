import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { decodeJwt } from '#shared/trust/jwt.ts';
import { botIdOf, call, serviceRow as row, tokenOf, type Sent } from './conformance-calls.ts';
import { notifyRows } from './conformance-notify.ts';
import { uploadRows } from './conformance-uploads.ts';
import { at, firstOf, lengthOf, like, same, say, user } from './conformance-words.ts';
import { serviceFacts } from './facts-services.ts';
import { koreSettings } from './settings.ts';

const browserRows: readonly ConformanceRow[] = [
  row('cors.preflight', serviceFacts.cors, async (probe) => {
    const paths = [
      `/chatbot/hooks/${botIdOf(probe)}`,
      `/chatbot/v2/webhook/${botIdOf(probe)}`,
      '/api/public/uploadfile',
    ];
    for (const path of paths) {
      const headers: HeaderLines = [
        ['Origin', 'https://page.example'],
        ['Access-Control-Request-Method', 'POST'],
        ['Access-Control-Request-Headers', 'authorization,content-type'],
      ];
      const { status, headers: answered } = await call(probe, 'OPTIONS', path, { headers });
      const complaint = firstOf(
        same(`The status of ${path}`, status, 204),
        same('The origin', headerValue(answered, 'access-control-allow-origin'), '*'),
        like('The headers', headerValue(answered, 'access-control-allow-headers'), /authorization.*content-type/),
        like('The methods', headerValue(answered, 'access-control-allow-methods'), /POST/),
      );
      if (complaint !== null) return complaint;
    }
    return null;
  }),
  row('cors.answer', serviceFacts.cors, async (probe) => {
    const { headers } = await say(probe, 'v1', 'hi');
    return same('The origin', headerValue(headers, 'access-control-allow-origin'), '*');
  }),
  row(
    'cors.off',
    serviceFacts.cors,
    async (probe) => {
      const { status, headers } = await say(probe, 'v1', 'hi');
      return firstOf(
        same('The status', status, 200),
        same('The origin', headerValue(headers, 'access-control-allow-origin') ?? null, null),
      );
    },
    { settings: { cors: false } },
  ),
  row('token', serviceFacts.serviceToken, async (probe) => {
    const { status, json } = await call(probe, 'GET', `/api/botmeta/${botIdOf(probe)}`, { headers: [] });
    return firstOf(
      same('The status', status, 401),
      same('The message', at(json, 'errors', 0, 'msg'), 'Invalid Access token'),
    );
  }),
  row('bot-meta', serviceFacts.botMeta, async (probe) => {
    const { status, json } = await call(probe, 'GET', `/api/botmeta/${botIdOf(probe)}`);
    return firstOf(same('The status', status, 200), like('icon', json['icon'], /^data:image\//));
  }),
  row('history', serviceFacts.chatHistory, async (probe) => {
    await say(probe, 'v2', 'hi');
    const path = `/api/chathistory/${botIdOf(probe)}/ivr?botId=${botIdOf(probe)}`;
    const all = await call(probe, 'GET', `${path}&limit=50`, { claims: { sub: user } });
    const one = await call(probe, 'GET', `${path}&limit=1`, { claims: { sub: user } });
    const last = lengthOf(all.json['messages']) - 1;
    const oldest = at(all.json, 'messages', last);
    return firstOf(
      like('_id', at(oldest, '_id'), /^ms-/),
      same('The type of the oldest', at(oldest, 'type'), 'incoming'),
      same('Its words', at(oldest, 'components', 0), { cT: 'text', data: { text: 'hi' } }),
      like('createdOn', at(oldest, 'createdOn'), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      same('The type of the newest', at(all.json, 'messages', 0, 'type'), 'outgoing'),
      same('The number with limit=1', lengthOf(one.json['messages']), 1),
      same('Whether there are more', one.json['moreAvailable'], true),
    );
  }),
  row('history.user', serviceFacts.historyUser, async (probe) => {
    await say(probe, 'v2', 'hi');
    const path = `/api/chathistory/${botIdOf(probe)}/ivr`;
    const identity = await call(probe, 'GET', path, { claims: { userIdentity: user, sub: 'somebody-else' } });
    const other = await call(probe, 'GET', path, { claims: { sub: 'somebody-else' } });
    return firstOf(
      same('Whether the user finds something', lengthOf(identity.json['messages']) > 0, true),
      same('What another one finds', other.json['messages'], []),
    );
  }),
];

const intentRows: readonly ConformanceRow[] = [
  row('find-intent', serviceFacts.findIntent, async (probe) => {
    const path = `/api/v1.1/rest/bot/${botIdOf(probe)}/findIntent?fetchConfiguredTasks=false`;
    const found = await call(probe, 'POST', path, { body: { input: 'my balance', streamName: 'Demo' } });
    const none = await call(probe, 'POST', path, { body: { input: 'xyzzy', streamName: 'Demo' } });
    return firstOf(
      same('The result', at(found.json, 'response', 'result'), 'successintent'),
      same('The intent', at(found.json, 'response', 'finalResolver', 'winningIntent', 0, 'intent'), 'Show Balance'),
      same('The result for nothing known', at(none.json, 'response', 'result'), 'failintent'),
    );
  }),
  row('find-intent.input', serviceFacts.findIntentInput, async (probe) => {
    const path = `/api/v1.1/rest/bot/${botIdOf(probe)}/findIntent?fetchConfiguredTasks=false`;
    const noInput = await call(probe, 'POST', path, { body: { streamName: 'Demo' } });
    const noStream = await call(probe, 'POST', path, { body: { input: 'hi' } });
    return firstOf(
      same('The status without input', noInput.status, 400),
      same('The status without streamName', noStream.status, 400),
    );
  }),
  row('auth-header', serviceFacts.authHeader, async (probe) => {
    const path = `/api/v1.1/rest/bot/${botIdOf(probe)}/findIntent?fetchConfiguredTasks=false`;
    const body = { input: 'hi', streamName: 'Demo' };
    const token = await tokenOf(probe);
    const bare = await call(probe, 'POST', path, { body, headers: [['auth', token]] });
    const other = await call(probe, 'POST', path, { body, headers: [['Authorization', `bearer ${token}`]] });
    return firstOf(same('The status with auth', bare.status, 200), same('The status without', other.status, 401));
  }),
];

/** The service that pages ask for a token. */
const jwtRows: readonly ConformanceRow[] = [
  row('jwt.off', serviceFacts.jwtServiceOff, async (probe) =>
    same('The status', (await call(probe, 'POST', '/users/sts', { headers: [] })).status, 404),
  ),
  row(
    'jwt',
    serviceFacts.jwtService,
    async (probe) => {
      const { clientId, clientSecret } = koreSettings(probe.settings);
      const fields = { clientId, clientSecret, identity: user, isAnonymous: 'false' };
      const asForm: Sent = {
        headers: [],
        type: 'application/x-www-form-urlencoded; charset=UTF-8',
        body: Object.entries(fields)
          .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
          .join('&'),
      };
      for (const sent of [asForm, { headers: [], body: fields }]) {
        const { json } = await call(probe, 'POST', '/users/sts', sent);
        const headers: HeaderLines = [
          ['Authorization', `bearer ${typeof json['jwt'] === 'string' ? json['jwt'] : ''}`],
        ];
        const { status } = await call(probe, 'GET', `/api/botmeta/${botIdOf(probe)}`, { headers });
        if (status !== 200) return same('The status with that token', status, 200);
      }
      const other = await call(probe, 'POST', '/users/sts', {
        headers: [],
        body: { ...fields, clientSecret: 'other' },
      });
      return same('The status for another secret', other.status, 401);
    },
    { settings: { jwtService: true } },
  ),
  row(
    'jwt.claims',
    serviceFacts.jwtClaims,
    async (probe) => {
      const { json } = await call(probe, 'POST', '/users/sts', { headers: [], body: { identity: user } });
      const claims = decodeJwt(typeof json['jwt'] === 'string' ? json['jwt'] : '').payload.json ?? {};
      return firstOf(
        same('iss', claims['iss'], koreSettings(probe.settings).clientId),
        same('sub', claims['sub'], user),
        like('aud', claims['aud'], /^https:\/\/idproxy\./),
        same('isAnonymous', claims['isAnonymous'], false),
      );
    },
    { settings: { jwtService: true } },
  ),
];

/** Every claim about the services, with its test. */
export const serviceConformance: readonly ConformanceRow[] = [
  ...browserRows,
  ...uploadRows,
  ...intentRows,
  ...notifyRows,
  ...jwtRows,
];
