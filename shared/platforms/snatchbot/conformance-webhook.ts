import { mediaTypeOf, readForm } from '#shared/exchange/form-body.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { firstOf, fits, nothingCame, objectOf, plainResponse, requestFor, rowsOf, same } from './conformance-words.ts';
import { requests, sampleNotification } from './example-requests.ts';
import { facts } from './facts.ts';
import { readVerified } from './verify.ts';

const platform = rowsOf('webhook', 'platform');
const app = rowsOf('webhook', 'app');

const decodedTwice = (value: unknown): unknown => {
  const once = typeof value === 'string' ? parseJson(value) : null;
  return once?.ok === true ? once.value : undefined;
};

const names = ['time', 'data', 'ip'];

const verifiesWith = (method: 'POST' | 'GET' | 'HEAD') =>
  platform(
    `verify.${method.toLowerCase()}`,
    facts.verifyMethod,
    async (probe) => {
      await probe.say('user', { kind: 'gesture', id: 'verify', title: 'Verify' }, 'u-42');
      const request = await probe.nextReceived();
      return request ? same('The method', request.method, method) : nothingCame;
    },
    { settings: { verifyMethod: method } },
  );

const notification: readonly ConformanceRow[] = [
  platform('post', facts.notification, async (probe) => {
    const request = await requestFor(probe, 'awesome');
    if (!request) return nothingCame;
    return firstOf(
      same('The method', request.method, 'POST'),
      same('The list of names', Object.keys(objectOf(request)), names),
      fits('ip', objectOf(request)['ip'], /^\d+\.\d+\.\d+\.\d+$/),
    );
  }),
  platform('data', facts.doubleEncoded, async (probe) => {
    const text = 'say "hi" \\ and\ngo \u{1f44b}';
    const request = await requestFor(probe, text);
    if (!request) return nothingCame;
    const { data } = objectOf(request);
    return firstOf(
      same('data, decoded once', data, JSON.stringify(text)),
      same('data, decoded twice', decodedTwice(data), text),
    );
  }),
  platform('time', facts.time, async (probe) => {
    const request = await requestFor(probe, 'hi');
    return request
      ? fits('time', objectOf(request)['time'], /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
      : nothingCame;
  }),
  platform(
    'time.stray-quote',
    facts.strayQuote,
    async (probe) => {
      const request = await requestFor(probe, 'hi');
      return request ? fits('time', objectOf(request)['time'], /\.\d{3}Z'$/) : nothingCame;
    },
    { settings: { strayQuote: true } },
  ),
  platform(
    'user-id',
    facts.webhookUserId,
    async (probe) => {
      const request = await requestFor(probe, 'hi');
      return request ? same('user_id', objectOf(request)['user_id'], 'u-42') : nothingCame;
    },
    { settings: { webhookUserId: true } },
  ),
  platform('body.json', facts.webhookBody, async (probe) => {
    const request = await requestFor(probe, 'hi');
    return request ? same('The media type', mediaTypeOf(request), 'application/json') : nothingCame;
  }),
  platform(
    'body.form',
    facts.webhookBody,
    async (probe) => {
      const request = await requestFor(probe, 'hi there');
      if (!request) return nothingCame;
      const { fields } = await readForm(request);
      return firstOf(
        same(
          'The list of names',
          fields.map(([name]) => name),
          names,
        ),
        same('data', fields[1]?.[1], '"hi there"'),
      );
    },
    { settings: { webhookEncoding: 'form' } },
  ),
  platform('no-signature', facts.noSignature, async (probe) => {
    const request = await requestFor(probe, 'hi');
    if (!request) return nothingCame;
    const odd = request.headers.map(([name]) => name).filter((each) => /auth|sign|secret|token|key|^x-/i.test(each));
    return same('The list of headers that could be a credential', odd, []);
  }),
];

const scope: readonly ConformanceRow[] = [
  platform('bot.both-directions', facts.bothDirections, async (probe) => {
    const received = await requestFor(probe, 'thanks');
    const sent = await probe.nextReceived();
    if (!received || !sent) return 'Not both the user’s message and the bot’s were told.';
    const texts = [received, sent].map((each) => decodedTwice(objectOf(each)['data']));
    return firstOf(same('The first text', texts[0], 'thanks'), fits('The second text', texts[1], /^(?!thanks$)./s));
  }),
  platform('bot.no-direction', facts.noDirection, async (probe) => {
    const received = await requestFor(probe, 'thanks');
    const sent = await probe.nextReceived();
    if (!received || !sent) return 'Not both the user’s message and the bot’s were told.';
    return same('The names in what was sent', Object.keys(objectOf(sent)), Object.keys(objectOf(received)));
  }),
  platform(
    'connection',
    facts.connection,
    async (probe) => {
      const first = await requestFor(probe, 'thanks');
      return first ? same('What came after it', await probe.nextReceived(), null) : nothingCame;
    },
    { settings: { webhookScope: 'connection' } },
  ),
  platform(
    'connection.message',
    facts.connectionMessage,
    async (probe) => {
      const first = await requestFor(probe, 'thanks');
      return first ? same('The text', decodedTwice(objectOf(first)['data']), 'thanks') : nothingCame;
    },
    { settings: { webhookScope: 'connection' } },
  ),
  platform('reply-unused', facts.replyUnused, async (probe) => {
    const answer = plainResponse(200, '{"message":"never shown"}', [['Content-Type', 'application/json']]);
    await requestFor(probe, 'thanks', answer);
    const next = await probe.nextReceived();
    return next
      ? fits('What the bot said next', decodedTwice(objectOf(next)['data']), /^(?!never shown)/)
      : nothingCame;
  }),
  platform(
    'no-retry',
    facts.noRetry,
    async (probe) => {
      const first = await requestFor(probe, 'thanks', plainResponse(500));
      return first ? same('What came after a 500', await probe.nextReceived(), null) : nothingCame;
    },
    { settings: { webhookScope: 'connection' } },
  ),
  platform('verify.200', facts.verifyPasses, async (probe) => {
    await probe.say('user', { kind: 'gesture', id: 'verify', title: 'Verify' }, 'u-42');
    if (!(await probe.nextReceived())) return nothingCame;
    const shown = [200, 201, 204, 302, 405].map((status) => {
      const content = readVerified({ ok: true, response: plainResponse(status) }).messages[0]?.content;
      return content?.kind === 'event' ? content.name : '';
    });
    return same('What the statuses show', shown, [
      'Verify passed',
      ...Array.from({ length: 4 }, () => 'Verify failed'),
    ]);
  }),
  verifiesWith('POST'),
  verifiesWith('GET'),
  verifiesWith('HEAD'),
];

/** What our receiver does with the vendor’s sample and with Verify. */
const receiver: readonly ConformanceRow[] = [
  app('receive.sample', facts.replyUnused, async (probe) => {
    const { status, body } = await probe.send(requests.notification(sampleNotification));
    return firstOf(same('The status', status, 200), same('The length of the answer', body.byteLength, 0));
  }),
  app('receive.form', facts.webhookBody, async (probe) => {
    const { status } = await probe.send(requests.notificationForm('time=x&data=%22hi%22&ip=203.0.113.7'));
    return same('The status', status, 200);
  }),
  app('receive.verify', facts.verifyPasses, async (probe) => {
    const { status } = await probe.send(requests.verify('webhook', 'GET'));
    return same('The status', status, 200);
  }),
];

export const webhookRows: readonly ConformanceRow[] = [...notification, ...scope, ...receiver];
