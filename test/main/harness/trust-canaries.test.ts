import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HarnessError } from '#shared/contract/fault.ts';
import { platformOf } from '#shared/platforms/registry.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { entries, requestOf, trustModels, type Entry } from '#test/trust-corpus/corpus.ts';
import { formsOf, secretsOf, textsIn } from '#test/trust-corpus/secret-forms.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

let bench: OpenBench;
/** Every text of every frame since it was last emptied. */
let frames: string[] = [];
let unsubscribe: () => void;

beforeAll(async () => {
  bench = await openBench();
  unsubscribe = bench.harness.subscribe(null, (frame) => frames.push(...textsIn(frame)));
});
afterAll(async () => {
  unsubscribe();
  await bench.closeAndDelete();
});

/** A header value holds bytes: what a paste may hold beyond them cannot be sent. */
const canBeSent = ({ request: { headers } }: Entry): boolean =>
  headers.every(([, value]) => Array.from(value).every((character) => character <= '\u00ff'));

const send = async (entry: Entry): Promise<number> => {
  const { method, target, headers, body } = requestOf(entry.request);
  const { hostname, port } = new URL(bench.url);
  const sent = request({
    hostname,
    port,
    method,
    path: target,
    headers: [...headers.flat(), 'Host', 'bench', 'Content-Length', String(body.byteLength)],
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode ?? 0;
};

/** False where the form refuses them: a corpus may hold what a file edited by hand has. */
const isTaken = async (channelId: string, settings: JsonObject): Promise<boolean> => {
  try {
    await bench.harness.changeChannel({ channelId, settings });
    return true;
  } catch (error) {
    if (error instanceof HarnessError && error.fault.code === 'input.invalid') return false;
    throw error;
  }
};

test.each(trustModels)(
  'no secret of a %s channel is in an event, a verdict or a finding, in whatever form',
  async (id) => {
    const platform = platformOf(id)!;
    const channel = bench.session().channels.find((each) => each.platformId === id)!;
    const leaks: string[] = [];
    let sent = 0;
    for (const entry of entries.filter((each) => each.platform === id && canBeSent(each))) {
      const settings = { ...platform.demo.settings, ...entry.settings };
      if (!(await isTaken(channel.id, settings))) continue;
      frames = [];
      await send(entry);
      sent += 1;
      const { exchanges } = await bench.until((session) =>
        session.exchanges.every((each) => each.outcome.state !== 'pending'),
      );
      const inbound = exchanges.find((each) => each.direction === 'inbound');
      const { verdict, findings } = await bench.harness.readExchange({ id: inbound?.id ?? 0 });
      const texts = [...frames, ...textsIn([verdict, findings])];
      for (const secret of secretsOf([[platform, settings]]))
        for (const form of formsOf(secret))
          leaks.push(...texts.filter((text) => text.includes(form)).map((text) => `${entry.id}: ${form} in: ${text}`));
    }
    expect(sent).toBeGreaterThan(40);
    expect(leaks).toEqual([]);
  },
);
