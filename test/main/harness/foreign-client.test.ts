import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

const run = promisify(execFile);

// A token made by openssl alone: nothing of ours signs it.
const script = `
set -euo pipefail
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
header=$(printf '{"alg":"HS256","typ":"JWT"}' | base64url)
claims=$(printf '{"appId":"%s","sub":"8812"}' "$CLIENT_ID" | base64url)
signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha256 -hmac "$CLIENT_SECRET" -binary | base64url)
curl --silent --show-error --max-time 20 --write-out '\\n%{http_code}' "$URL/chatbot/hooks/$BOT_ID" \\
  --header "Authorization: bearer $header.$claims.$signature" --header 'Content-Type: application/json' \\
  --data '{"session":{"new":false},"message":{"text":"hi"},"from":{"id":"u-42"},"to":{"id":"'"$BOT_ID"'"}}'
`;

const secret = 'an-invented-secret-for-this-test-only=';
const clientId = 'cs-5d2f8a10-1111-5222-8333-944455566677';
const botId = 'st-1c0ffee0-1111-5222-8333-944455566677';

let bench: OpenBench;
let channelId: string;
beforeAll(async () => {
  bench = await openBench();
  const [demo] = bench.session().channels;
  ({ channelId } = await bench.harness.addChannel({
    platformId: demo!.platformId,
    name: 'Foreign client',
    plays: { platform: true, app: false },
    botId: 'demo-bot',
    settings: { ...demo!.settings, botId, clientId, clientSecret: secret },
  }));
});
afterAll(() => bench.closeAndDelete());

const curl = async (clientSecret: string) => {
  const env = { ...process.env, URL: bench.url, BOT_ID: botId, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
  const { stdout } = await run('bash', ['-c', script], { env });
  const lines = stdout.split('\n');
  const status = Number(lines.pop());
  const { exchanges } = await bench.until((session) => session.exchanges.at(-1)?.outcome.state === 'answered');
  return { status, body: JSON.parse(lines.join('\n')) as unknown, row: exchanges.at(-1)! };
};

test('curl with a token that openssl signed is accepted and gets the answer of the bot', async () => {
  const { status, body, row } = await curl(secret);
  expect(status).toBe(200);
  expect(body).toHaveProperty('text');
  expect(row).toMatchObject({ direction: 'inbound', channelId, verdict: 'trusted', note: '' });
  const { messages } = await bench.until((session) => session.messages.length > 1);
  expect(messages.map((each) => each.author).slice(0, 2)).toEqual(['user', 'bot']);
});

test('a client that takes the bench for its proxy reaches the channel by the whole address', async () => {
  const { hostname, port } = new URL(bench.url);
  const path = `http://bots.example/chatbot/hooks/${botId}`;
  const { status } = await new Promise<{ status: number | undefined }>((resolve, reject) => {
    request({ hostname, port, method: 'POST', path }, (response) => resolve({ status: response.resume().statusCode }))
      .on('error', reject)
      .end('{}');
  });
  expect(status).toBe(401);
  const { exchanges } = await bench.until((session) => session.exchanges.at(-1)?.target === path);
  expect(exchanges.at(-1)).toMatchObject({ channelId, end: 'platform' });
});

test('with a wrong secret it gets 401 and the envelope of the platform, and the traffic says why', async () => {
  const { status, body, row } = await curl('another-secret');
  expect(status).toBe(401);
  expect(body).toMatchObject({ errors: [{ msg: 'Invalid Access token', code: 401 }] });
  expect(row.verdict).toBe('refused');
  expect(row.note).toMatch(/signature/i);
  const { verdict } = await bench.harness.readExchange({ id: row.id });
  expect(verdict.checks.filter((check) => check.result === 'fail').map((check) => check.id)).toEqual(['jwt.signature']);
});

test('neither secret is in anything that a window is sent', async () => {
  const seen = JSON.stringify(bench.session());
  expect(seen).not.toContain(secret);
  expect(seen).not.toContain(encodeURIComponent(secret));
  expect(bench.session().channels.find((each) => each.id === channelId)?.secretsSet).toEqual(['clientSecret']);
});
