import { describe, expect, test } from 'vitest';
import { runMode } from '#main/cli/demo-mode.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { bodySchemaOf } from '#shared/schema/exchange-schema.ts';
import { placedFindings } from '#shared/schema/placed-findings.ts';

const everyMode = platforms.flatMap((platform) => platform.modes.map((mode) => ({ platform, mode, id: mode.id })));

describe.each(everyMode)('$platform.name, $id', ({ platform, mode }) => {
  test('says nothing in either direction that is not as it is described', async () => {
    const seen = await runMode(platform, mode, {}, async ({ steps, bench: { harness } }) => {
      const channel = { platformId: platform.id, settings: { ...platform.demo.settings, ...mode.settings } };
      const told: { described: number; odd: string[] } = { described: 0, odd: [] };
      for (const { id } of steps.flatMap((each) => each.exchanges))
        for (const part of ['request', 'response'] as const) {
          const exchange = await harness.readExchange({ id });
          const head = exchange[part];
          const schema = bodySchemaOf(exchange, channel, part);
          if (!schema || !head || head.bodyBytes === 0) continue;
          const { base64 } = await harness.readBody({ id, part, from: 0, length: head.bodyBytes });
          const { value } = readJsonBody({ headers: head.headers, body: Buffer.from(base64, 'base64') });
          if (value === undefined) continue;
          told.described += 1;
          for (const { finding } of placedFindings(schema, value, part))
            told.odd.push(`${exchange.target} ${finding.at ?? ''} ${finding.summary}`);
        }
      return told;
    });
    expect([...new Set(seen.odd)]).toEqual([]);
    expect(seen.described).toBeGreaterThan(3);
  });
});
