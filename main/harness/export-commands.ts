import type { exportCommands } from '#shared/contract/commands/export-commands.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { mediaTypeOf, type ExportFormat } from '#shared/export/export-format.ts';
import { exportName, exportPlan, unfitOptions, type ExportOptions, type Known } from '#shared/export/export-plan.ts';
import { Exports } from '#shared/export/exports.ts';
import { writeExport, type Progress, type Written } from '#shared/export/write-export.ts';
import { sessionWindow } from '#shared/session/state.ts';
import type { Bench } from './bench.ts';
import type { Choice } from './chosen-exchanges.ts';
import { nothing, type Answering, type CommandParts } from './command-parts.ts';
import { exportSource } from './export-source.ts';
import { importTraffic } from './import-traffic.ts';
import { StagedImports } from './staged-imports.ts';

export const answerExportCommands = ({ bench, log }: CommandParts): Answering<typeof exportCommands> => {
  const { clock, ids } = bench.world;
  const exports = new Exports({ newId: ids.uuid, now: clock.now });
  const staged = new StagedImports(ids);
  return {
    exportTraffic: async ({ format, choice, options }) => {
      const problem = unfitOptions(format, options);
      if (problem !== null) throw new HarnessError(fault('input.invalid', { problem }));
      return exports.begin(exporting(format, choice, options, bench), {
        fileName: exportName(format, options, { exchangeIds: choice.exchangeIds, now: clock.now() }),
        mediaType: mediaTypeOf(format),
      });
    },
    continueExport: async ({ exportId }) => exports.continue(exportId),
    readExport: async ({ exportId, from, length }) => exports.read(exportId, from, length),
    forgetExport: async ({ exportId }) => {
      exports.forget(exportId);
      return nothing;
    },
    handIn: async (slice) => staged.add(slice),
    importTraffic: async ({ importId, ...place }) => importTraffic(staged.take(importId), place, bench, log.publish),
  };
};

function* exporting(
  format: ExportFormat,
  choice: Choice,
  options: ExportOptions,
  bench: Bench,
): Generator<Progress, Written> {
  const source = yield* exportSource(format, choice, bench);
  return yield* writeExport(source, exportPlan(format, options, known(bench)));
}

const known = ({ world, channels }: Bench): Known => ({
  secrets: channels.namedSecrets,
  userIds: world.exchanges.listConversations(sessionWindow).map(({ userId }) => userId),
  channels: channels.all.map(({ stored: { id, name, platformId } }) => ({ id, name, platformId })),
  version: world.product.version,
  now: world.clock.now(),
});
