import assert from 'node:assert/strict';
import { record } from './recorder.ts';
import { faultFrom, first, withWindows, type WireCase } from './windows.ts';

/** What holds for every harness, whatever stands behind it: a bench, or a bundle that is only read. */
export const anyHarness: readonly WireCase[] = [
  {
    name: 'a fault crosses with its code, its sentence, its next step and its values',
    run: withWindows(1, async (windows) => {
      const refused = await faultFrom(first(windows).harness.readExchange({ id: 999_999_999 }), 'exchange.unknown');
      assert.match(refused.message, /#999999999/);
      assert.notEqual(refused.next, '');
      assert.equal(refused.values?.['id'], 999_999_999);
    }),
  },
  {
    name: 'bad input is refused at the border, each issue at its field',
    run: withWindows(1, async (windows) => {
      const reply = await first(windows).wire.call({
        command: 'say',
        input: { conversationId: '', utterance: { kind: 'text' } },
      });
      assert.ok(!reply.ok);
      assert.equal(reply.fault.code, 'input.invalid');
      const paths = (reply.fault.issues ?? []).map(({ path }) => path);
      assert.ok(paths.includes('/conversationId') && paths.includes('/utterance/text'), paths.join(' '));
    }),
  },
  ...['nope', 'subscribe', '__proto__', ''].map((command) => ({
    name: `the command "${command}" is unknown`,
    run: withWindows(1, async (windows) => {
      const reply = await first(windows).wire.call({ command, input: {} });
      assert.ok(!reply.ok);
      assert.equal(reply.fault.code, 'command.unknown');
    }),
  })),
  {
    name: 'a position that is not known any more gets everything',
    run: withWindows(1, async (windows) => {
      const { wire, recorder } = first(windows);
      const { run, seq } = recorder.at();
      for (const at of [
        { run: 'another-run', seq: 0 },
        { run, seq: seq + 1_000_000 },
      ]) {
        const back = record(wire, { at, session: recorder.session() });
        await back.until('the whole session', () => back.frames.length > 0);
        assert.equal(back.frames[0]?.kind, 'whole');
        assert.equal(back.at().run, run);
        back.stop();
      }
    }),
  },
];
