import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { at, firstOf, lengthOf, like, poll, rowsOf, same, say } from './conformance-words.ts';
import { facts } from './facts.ts';

const row = rowsOf('poll', 'platform', { pollingEnabled: true, firstMessages: 1, pollsInProgress: 1 });

/** An answer with three messages and the end of a task. */
const long = 'everyday account';
const noData = '{"errors":[{"msg":"No data found","code":400}]}';

/** Answers that come in parts. */
export const pollingRows: readonly ConformanceRow[] = [
  row('parts', facts.poll, async (probe) => {
    const first = await say(probe, 'v2', long);
    const { pollId } = first.json;
    const waiting = await poll(probe, pollId);
    const rest = await poll(probe, pollId);
    return firstOf(
      same('the number of messages before the poll', lengthOf(first.json['data']), 1),
      like('pollId', pollId, /^[0-9a-f]{32}$/),
      same('the first poll', waiting.json, { status: 'Inprogress', pollId: pollId ?? null, _v: 'v2' }),
      same('the status of the second', rest.status, 200),
      same('the number of messages after the poll', lengthOf(rest.json['data']), 2),
      like('the first of them', at(rest.json, 'data', 0, 'val'), /^Available now/),
    );
  }),
  row('task-end', facts.pollTaskEnd, async (probe) => {
    const first = await say(probe, 'v2', long);
    await poll(probe, first.json['pollId']);
    const rest = await poll(probe, first.json['pollId']);
    return firstOf(
      same('endOfTask before the poll', first.json['endOfTask'], undefined),
      same('endOfTask after it', rest.json['endOfTask'], true),
      same('completedTaskName', rest.json['completedTaskName'], 'Show balance'),
    );
  }),
  row(
    'once',
    facts.pollOnce,
    async (probe) => {
      const { pollId } = (await say(probe, 'v2', long)).json;
      await poll(probe, pollId);
      return same('the second answer', (await poll(probe, pollId)).text, noData);
    },
    { settings: { pollsInProgress: 0 } },
  ),
  row(
    'unknown',
    facts.pollStatus,
    async (probe) => {
      const { status, text } = await poll(probe, '0123456789abcdef0123456789abcdef');
      return firstOf(same('the status', status, 400), same('the body', text, noData));
    },
    { isRemote: true },
  ),
  row(
    'expired',
    facts.pollOnce,
    async (probe) =>
      same('the answer', (await poll(probe, (await say(probe, 'v2', long)).json['pollId'])).text, noData),
    { defects: ['poll.expired'] },
  ),
  row(
    'below-instance',
    facts.pollInstance,
    async (probe) => {
      const { webhookInstanceId } = probe.settings;
      const { pollId } = (await say(probe, 'v2', long)).json;
      const below = `/hookInstance/${typeof webhookInstanceId === 'string' ? webhookInstanceId : ''}`;
      return firstOf(
        same('the answer below it', (await poll(probe, pollId, below)).json['status'], 'Inprogress'),
        same('the number of messages without it', lengthOf((await poll(probe, pollId)).json['data']), 2),
      );
    },
    { settings: { webhookInstanceId: 'ivrInst-7a1e0c52-3d4e-5b6f-8a90-2b3c4d5e6f71' } },
  ),
  row(
    'off',
    facts.pollOff,
    async (probe) => {
      const { json } = await say(probe, 'v2', long);
      return firstOf(
        same('the number of messages', lengthOf(json['data']), 3),
        same('pollId', json['pollId'], undefined),
        same('endOfTask', json['endOfTask'], true),
      );
    },
    { settings: { pollingEnabled: false } },
  ),
  row(
    'split',
    facts.pollSplit,
    async (probe) => same('the number of messages', lengthOf((await say(probe, 'v2', long)).json['data']), 2),
    { settings: { firstMessages: 2 } },
  ),
];
