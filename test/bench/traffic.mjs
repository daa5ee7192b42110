// Exchanges as a bench of four channels sees them in a long day: the same for the same number, so that two runs can be compared.
const words =
  'balance account card lost transfer weather order parcel invoice agent hello thanks please cancel confirm payment address branch loan savings'.split(
    ' ',
  );
const paths = ['/chatbot/hooks/st-1f0c7a52', '/hooks/chatlayer/c-77', '/snatch/webhook', '/channeltalk/event', '/poll'];
const channels = ['kore-demo', 'chatlayer-demo', 'snatchbot-demo', 'channeltalk-demo', null];

/** Numbers below `most`, well mixed and always the same for an id and a place. */
const mixed = (id, place, most) => {
  let hash = Math.imul(id ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % most;
};

const sentence = (id) => Array.from({ length: 12 }, (_, place) => words[mixed(id, place, words.length)]).join(' ');

/** One in a thousand has the word `kitten`, one in ten thousand `unicorn`, and `discarded` holds `card` in its middle. */
const rare = (id) =>
  [id % 1000 === 2 ? ' kitten' : '', id % 10_000 === 7 ? ' unicorn' : '', id % 500 === 3 ? ' discarded' : ''].join('');

/** The record of this id, as the store takes it. Every fifth row is a loopback one: then the id before it is its twin. */
export const recordOf = (id, start = 1_763_640_000_000) => {
  const group = mixed(id - (id % 5), 20, paths.length);
  const isLoopback = id % 5 < 2;
  const direction = id % 5 === 0 ? 'outbound' : 'inbound';
  const status = [200, 200, 200, 200, 200, 200, 204, 401, 404, 500][mixed(id, 21, 10)];
  const userId = `u-${String(mixed(id, 22, 2000))}`;
  const channelId = channels[group];
  const request = Buffer.from(
    JSON.stringify({
      message: { id: `m-${String(id)}`, text: sentence(id) + rare(id) },
      from: { id: userId },
      at: start + id,
    }),
  );
  const response = Buffer.from(
    JSON.stringify({ text: sentence(id + 7), sessionId: `s-${String(mixed(id, 23, 9999))}` }),
  );
  const target = `${paths[group]}?seq=${String(id)}`;
  const headers = [
    ['Host', '127.0.0.1:4700'],
    ['Content-Type', 'application/json'],
    [
      'Authorization',
      `Bearer eyJhbGciOiJIUzI1NiJ9.${Buffer.from(`{"sub":"${userId}"}`).toString('base64url')}.${'x'.repeat(43)}`,
    ],
    ['X-Request-Id', `r-${String(id)}`],
    ['User-Agent', 'node'],
  ];
  const head = { httpVersion: '1.1', isTruncated: false };
  return {
    exchange: {
      summary: {
        id,
        openedAt: start + id * 250,
        direction,
        channelId,
        end: channelId && 'platform',
        conversationId: channelId && `${channelId}/${userId}`,
        method: id % 11 === 0 ? 'GET' : 'POST',
        origin: direction === 'outbound' ? 'http://127.0.0.1:4700' : '',
        target,
        remote: '127.0.0.1:50123',
        twinId: isLoopback ? (id % 5 === 0 ? id + 1 : id - 1) : null,
        traceId: id - (id % 5) || 1,
        replayOf: null,
        outcome: { state: 'answered', status },
        duration: mixed(id, 24, 900) + 0.5,
        requestBytes: request.byteLength,
        responseBytes: response.byteLength,
        verdict: status === 401 ? 'refused' : channelId ? 'trusted' : 'unchecked',
        note: status === 401 ? 'The signature does not match: the token was signed with another secret.' : '',
        defect: id % 97 === 0 ? 'callback.late' : '',
        rule: id % 7 === 0 ? 'greeting' : '',
        findingCounts: { error: 0, warning: 0, info: 0 },
      },
      target,
      request: { ...head, headers, bodyBytes: request.byteLength },
      response: {
        ...head,
        status,
        reason: '',
        headers: [
          ['Content-Type', 'application/json; charset=utf-8'],
          ['X-Quick-Reply', String(id % 3 === 0)],
        ],
        bodyBytes: response.byteLength,
      },
      phases: [{ name: 'receive', from: 0, to: 1.5 }],
      findings: [],
      verdict: { state: 'trusted', because: 'Accepted: the signature and every claim hold.', checks: [] },
    },
    requestBody: request,
    responseBody: response,
  };
};
