import { expect, test } from 'vitest';
import { Marks } from '#main/harness/marks.ts';
import type { SessionEvent } from '#shared/session/events.ts';
import { HarnessError } from '#shared/contract/fault.ts';
import { createMemoryStore } from '../../renderer/memory-store.ts';
import { recordOf } from '../../conformance/stores/records.ts';

test('there are so many marks and no more, and a place is free again when one is taken off', async () => {
  const exchanges = createMemoryStore();
  for (let id = 1; id <= 2001; id += 1) await exchanges.keep(recordOf(id));
  const events: SessionEvent[] = [];
  const marks = new Marks({ exchanges }, (event) => events.push(event));
  const ids = Array.from({ length: 2000 }, (_, index) => index + 1);
  marks.change(ids, { isPinned: true });
  expect(() => marks.change([2001], { isPinned: true })).toThrow(HarnessError);
  expect(events).toHaveLength(1);
  marks.change([7], { isPinned: false });
  marks.change([2001], { isPinned: true });
  expect(marks.all).toHaveLength(2000);
  expect(exchanges.listMarks()).toEqual(marks.all);
});
