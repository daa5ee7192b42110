import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import type { Json } from '#shared/text/json.ts';
import { bodyOf, firstOf, like, post, rowsOf, same, say } from './conformance-words.ts';
import { facts } from './facts.ts';

const row = rowsOf('v2', 'platform', { pollingEnabled: false });

const sessionIdOf = async (...asked: Parameters<typeof post>) => (await post(...asked)).json['sessionId'];

const sessionIdForm = /^[0-9a-f]{24}$/;

/** Null when the second message is of the session of the first, and there is one. */
const goesOn = (first: Json | undefined, second: Json | undefined): string | null =>
  firstOf(like('sessionId', first, sessionIdForm), same('sessionId of the second message', second, first));

/** Sessions, which only the id in V2 answers shows. */
export const sessionRows: readonly ConformanceRow[] = [
  row('session-id', facts.sessionIdInAnswer, async (probe) =>
    like('sessionId', (await say(probe, 'v2', 'hi')).json['sessionId'], sessionIdForm),
  ),
  row(
    'no-session-id',
    facts.sessionIdInAnswer,
    async (probe) => {
      const { status, json } = await say(probe, 'v2', 'hi');
      return firstOf(same('the status', status, 200), same('sessionId', json['sessionId'], undefined));
    },
    {
      settings: { sendsSessionId: false },
    },
  ),
  row('session-goes-on', facts.sessionRules, async (probe) => {
    const first = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi'));
    return goesOn(first, await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi')));
  }),
  row('session-new', facts.sessionRules, async (probe) => {
    const first = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi'));
    const second = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi', { session: { new: true } }));
    return second === first ? 'The session went on, though session.new is true.' : null;
  }),
  row(
    'session-inactive',
    facts.sessionRules,
    async (probe) => {
      const first = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi'));
      // Requests within the same millisecond are of one session: a few of them take longer.
      for (let tries = 0; tries < 20; tries += 1)
        if ((await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi'))) !== first) return null;
      return 'The session went on, though its time was over.';
    },
    { settings: { sessionMinutes: 0.000_001 } },
  ),
  row('session-not-by-id', facts.sessionId, async (probe) => {
    const first = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi'));
    const session = { new: false, id: '0123456789abcdef01234567' };
    return goesOn(first, await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi', { session })));
  }),
  row('session-new-odd', facts.sessionNew, async (probe) => {
    const first = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi'));
    const second = await sessionIdOf(probe, 'v2', bodyOf('v2', 'hi', { session: { new: 'true' } }));
    return goesOn(first, second);
  }),
];
