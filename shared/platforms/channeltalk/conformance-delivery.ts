import type { ConformanceRow, Probe } from '#shared/platforms/conformance.ts';
import {
  allReceived,
  at,
  call,
  eventsOf,
  firstOf,
  gesture,
  openChat,
  response,
  rowsOf,
  same,
  typed,
} from './conformance-words.ts';
import { facts } from './facts.ts';

const row = rowsOf('delivery', 'platform');

/** The user says something so many times, and the app answers with this status: how many events came. */
const answered = async (probe: Probe, times: number, status: number): Promise<number> => {
  probe.answerNext(...Array.from({ length: times }, () => response(status)));
  for (let count = 0; count < times; count += 1) await probe.say('user', typed('hi'));
  return (await allReceived(probe)).length;
};

const isBlocked = async (probe: Probe) => at((await call(probe, 'GET', '/webhooks/1')).json, 'webhook', 'blocked');

/** To which webhooks the platform end tells what, and what becomes of failures. */
export const deliveryRows: readonly ConformanceRow[] = [
  row(
    'scope-missing',
    facts.scopes,
    async (probe) => {
      await probe.say('user', typed('hi'));
      return same(
        'the list of types',
        (await allReceived(probe)).map(({ body }) => body['type']),
        ['userChat'],
      );
    },
    { settings: { scopes: 'userChat.opened' } },
  ),
  row(
    'scope-every',
    facts.scopes,
    async (probe) => {
      await probe.say('user', typed('hi'));
      return same('the number of events', (await allReceived(probe)).length, 2);
    },
    { settings: { scopes: '*' } },
  ),
  row(
    'scope-of-lead',
    facts.scopes,
    async (probe) => same('the number of events', (await eventsOf(probe, 'user', gesture('user-contact'))).length, 0),
    { settings: { scopes: 'userChat.opened, member.upserted.contact' } },
  ),
  row(
    'watch-groups',
    facts.watch,
    async (probe) => same('the number of events', (await eventsOf(probe, 'agent', gesture('team-chat'))).length, 0),
    { settings: { apiVersion: 'v4', watchGroups: false } },
  ),
  row(
    'watch-user-chats',
    facts.watch,
    async (probe) => {
      await probe.say('user', typed('hi'));
      const inUserChat = await allReceived(probe);
      await probe.say('agent', gesture('team-chat'));
      const inTeamChat = await allReceived(probe);
      return same('the numbers of events in user and team chat', [inUserChat.length, inTeamChat.length], [0, 1]);
    },
    { settings: { apiVersion: 'v4', watchUserChats: false } },
  ),
  row(
    'keywords',
    facts.keywords,
    async (probe) => {
      const without = await eventsOf(probe, 'user', typed('good day'));
      await probe.say('user', typed('I need a refund'));
      const withOne = await allReceived(probe);
      return firstOf(
        same('the number of events without a keyword', without.length, 0),
        same('the text of the event with one', at(withOne[0]?.body, 'entity', 'plainText'), 'I need a refund'),
      );
    },
    { settings: { keywords: 'refund, invoice' } },
  ),
  row(
    'opened-unfiltered',
    facts.openedUnfiltered,
    async (probe) => {
      await probe.say('user', typed('good day'));
      return same(
        'the list of types',
        (await allReceived(probe)).map(({ body }) => body['type']),
        ['userChat'],
      );
    },
    { settings: { keywords: 'refund' } },
  ),
  row(
    'blocked',
    facts.failures,
    async (probe) => {
      await eventsOf(probe, 'user', typed('hi'), response(500));
      return same('blocked', await isBlocked(probe), true);
    },
    { defects: ['block.soon'] },
  ),
  row(
    'hundred',
    facts.failures,
    async (probe) => {
      await openChat(probe);
      const before = await answered(probe, 99, 404);
      const open = await isBlocked(probe);
      const last = await answered(probe, 1, 404);
      return firstOf(
        same('the number of events', [before, last], [99, 1]),
        same('blocked after 99 failures', open, false),
        same('blocked after 100 failures', await isBlocked(probe), true),
      );
    },
    { settings: { countsUnanswered: false } },
  ),
  row('in-a-row', facts.failures, async (probe) => {
    await openChat(probe);
    const sent = [await answered(probe, 99, 500), await answered(probe, 1, 200), await answered(probe, 99, 500)];
    return firstOf(
      same('the number of events', sent, [99, 1, 99]),
      same('blocked after 99, a success, and 99 more', await isBlocked(probe), false),
    );
  }),
  row(
    'blocked-silent',
    facts.unblock,
    async (probe) => {
      await eventsOf(probe, 'user', typed('hi'), response(503));
      await probe.say('user', typed('is somebody there?'));
      return same('the number of events after the block', (await allReceived(probe)).length, 0);
    },
    { defects: ['block.soon'] },
  ),
  row(
    'redirect-counts',
    facts.unanswered,
    async (probe) => {
      await eventsOf(probe, 'user', typed('hi'), response(302, '', [['Location', '/elsewhere']]));
      return same('blocked', await isBlocked(probe), true);
    },
    { defects: ['block.soon'] },
  ),
  row(
    'redirect-as-set',
    facts.unanswered,
    async (probe) => {
      await eventsOf(probe, 'user', typed('hi'), response(302, '', [['Location', '/elsewhere']]));
      return same('blocked', await isBlocked(probe), false);
    },
    { defects: ['block.soon'], settings: { countsUnanswered: false } },
  ),
  row('no-retry', facts.noRetry, async (probe) => {
    const events = await eventsOf(probe, 'user', typed('hi'), response(500));
    return same('the number of events', events.length, 1);
  }),
];
