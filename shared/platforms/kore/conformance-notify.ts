import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { botIdOf, call, serviceRow, type Answered } from './conformance-calls.ts';
import { allReceived, at, bodyOf, firstOf, like, post, same, user } from './conformance-words.ts';
import { serviceFacts } from './facts-services.ts';

const asynchronous = { version: 'v2', mode: 'async' };

const row = (id: string, fact: ConformanceRow['fact'], test: ConformanceRow['test']): ConformanceRow =>
  serviceRow(`notify.${id}`, fact, test, { settings: asynchronous });

const text = (value: string): JsonObject => ({ type: 'text', value });

const notify = (probe: Probe, given: JsonObject): Promise<Answered> =>
  call(probe, 'POST', `/api/public/bot/${botIdOf(probe)}/notifyV2`, {
    body: {
      channel: 'ivr',
      userIdentityType: 'resolve',
      message: text('Your order has been shipped.'),
      identities: [{ email: 'one@example.com' }],
      ...given,
    },
  });

/** What was posted to the POST URL: to whom, and which words. */
const posted = async (probe: Probe): Promise<readonly (readonly [to: Json | undefined, words: Json | undefined])[]> =>
  (await allReceived(probe)).map(({ json }) => [json['to'], at(json, 'data', 0, 'val')]);

const wantsRefused = async (probe: Probe, what: string, given: JsonObject): Promise<string | null> =>
  same(`The status for ${what}`, (await notify(probe, given)).status, 400);

const parameters = (count: number, value: string): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_none, index) => [`p${String(index)}`, value]));

/** Every claim about notifications, with its test. */
export const notifyRows: readonly ConformanceRow[] = [
  row('job', serviceFacts.notifyJob, async (probe) => {
    const { status, json } = await notify(probe, {});
    return firstOf(
      same('The status', status, 200),
      like('_id', json['_id'], /^ds-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      same('streamId', json['streamId'], botIdOf(probe)),
      same('The state', [json['status'], json['percentageComplete']], ['IN_PROGRESS', 0]),
    );
  }),
  row('delivery', serviceFacts.notifyDelivery, async (probe) => {
    await notify(probe, {
      identities: [{ email: 'one@example.com', customMessage: 'Hi John' }, { email: 'two@example.com' }],
    });
    return same('What was posted', await posted(probe), [
      ['one@example.com', 'Hi John'],
      ['two@example.com', 'Your order has been shipped.'],
    ]);
  }),
  row('parameters', serviceFacts.notifyParameters, async (probe) => {
    await notify(probe, {
      message: text('Hello {name}! Your number is {refId}.'),
      identities: [{ email: 'one@example.com', parameters: { name: 'Diana' } }],
    });
    return same('What was posted', await posted(probe), [['one@example.com', 'Hello Diana! Your number is {refId}.']]);
  }),
  row('address', serviceFacts.notifyAddress, async (probe) => {
    const from = { id: user, userInfo: { firstName: '', lastName: '', email: 'one@example.com' } };
    await post(probe, 'v2', bodyOf('v2', 'hi', { from }));
    await allReceived(probe);
    await notify(probe, { identities: [{ email: 'one@example.com' }, { email: 'two@example.com' }] });
    const to = (await posted(probe)).map(([each]) => each);
    return same('To whom it was posted', to, [user, 'two@example.com']);
  }),
  row('limits', serviceFacts.notifyLimits, async (probe) => {
    const one = 'one@example.com';
    const many = (count: number): JsonObject => ({ identities: Array.from({ length: count }, () => ({ email: one })) });
    const withParameters = (given: JsonObject): JsonObject => ({ identities: [{ email: one, parameters: given }] });
    const allowed = await notify(probe, withParameters(parameters(20, 'x'.repeat(200))));
    return firstOf(
      await wantsRefused(probe, 'nobody', many(0)),
      await wantsRefused(probe, '1001 recipients', many(1001)),
      await wantsRefused(probe, '21 parameters', withParameters(parameters(21, 'x'))),
      await wantsRefused(probe, 'a parameter of 201 characters', withParameters(parameters(1, 'x'.repeat(201)))),
      await wantsRefused(probe, 'a key of its own', { priority: 'high' }),
      same('The status within the limits', allowed.status, 200),
    );
  }),
  row('content', serviceFacts.notifyMessageName, async (probe) => {
    const body = { channel: 'ivr', identities: [{ email: 'one@example.com' }], content: text('Named content') };
    const { status } = await call(probe, 'POST', `/api/public/bot/${botIdOf(probe)}/notifyV2`, { body });
    return firstOf(
      same('The status', status, 200),
      same('What was posted', await posted(probe), [['one@example.com', 'Named content']]),
    );
  }),
  row('refused', serviceFacts.notifyRefused, async (probe) =>
    firstOf(
      await wantsRefused(probe, 'a type of its own', { message: { type: 'picture', value: 'x' } }),
      await wantsRefused(probe, 'no recipients', { identities: 'everyone' }),
      same('What was posted', await posted(probe), []),
    ),
  ),
  row('script', serviceFacts.notifyScript, async (probe) => {
    const { status } = await notify(probe, { message: { type: 'script', value: 'print("hi")' } });
    return firstOf(same('The status', status, 200), same('What was posted', await posted(probe), []));
  }),
  ...[
    { version: 'v2', mode: 'sync' },
    { version: 'v1', mode: 'async' },
  ].map((settings) =>
    serviceRow(
      `notify.${settings.version}-${settings.mode}`,
      serviceFacts.notifyMode,
      async (probe) => same('The status', (await notify(probe, {})).status, 400),
      { settings },
    ),
  ),
];
