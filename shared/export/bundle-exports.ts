import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { CommandInput, Harness } from '#shared/contract/harness.ts';
import type { BundleContents } from '#shared/export/bundle-contents.ts';
import { rowFinder } from '#shared/export/bundle-rows.ts';
import { isTranscript, mediaTypeOf } from '#shared/export/export-format.ts';
import { exportName, exportPlan, unfitOptions } from '#shared/export/export-plan.ts';
import { Exports } from '#shared/export/exports.ts';
import { writeExport, type ExportSource } from '#shared/export/write-export.ts';

type Reader = {
  readonly product: { readonly version: string };
  readonly newId: () => string;
  readonly now: () => number;
};

/** The commands with which what a bundle holds is exported, as from a bench. */
export const bundleExports = (
  contents: BundleContents,
  { product, newId, now }: Reader,
): Pick<Harness, 'exportTraffic' | 'continueExport' | 'readExport' | 'forgetExport'> => {
  const exports = new Exports({ newId, now });
  return {
    exportTraffic: async ({ format, choice, options }) => {
      const problem = unfitOptions(format, options);
      if (problem !== null) throw new HarnessError(fault('input.invalid', { problem }));
      const source = sourceOf({ format, choice }, contents, now());
      const known = {
        secrets: [],
        userIds: contents.conversations.map(({ conversation }) => conversation.userId),
        channels: contents.channels,
        version: product.version,
        now: now(),
      };
      return exports.begin(writeExport(source, exportPlan(format, options, known)), {
        fileName: exportName(format, options, { exchangeIds: choice.exchangeIds, now: now() }),
        mediaType: mediaTypeOf(format),
      });
    },
    continueExport: async ({ exportId }) => exports.continue(exportId),
    readExport: async ({ exportId, from, length }) => exports.read(exportId, from, length),
    forgetExport: async ({ exportId }) => {
      exports.forget(exportId);
      return {};
    },
  };
};

type Asked = Pick<CommandInput<'exportTraffic'>, 'format' | 'choice'>;

const sourceOf = ({ format, choice }: Asked, contents: BundleContents, now: number): ExportSource => {
  const { exchanges, conversations } = contents;
  const hasMessages = isTranscript(format) || format === 'bundle';
  const wanted = wantedIn(choice, hasMessages, contents, now);
  const isPlaced = (channelId: string | null, conversationId: string | null): boolean =>
    (choice.channelId === undefined || channelId === choice.channelId) &&
    (choice.conversationIds?.includes(conversationId ?? '') ?? true);
  const ids = [...exchanges.values()]
    .map(({ exchange }) => exchange.summary)
    .filter(({ id, ...place }) => (wanted?.has(id) ?? true) && isPlaced(place.channelId, place.conversationId))
    .map(({ id }) => id);
  const carriers = wanted && new Set(ids);
  const spoken = conversations
    .filter(({ conversation: { id, channelId } }) => isPlaced(channelId, id))
    .map((each) => ({ ...each, messages: each.messages.filter(({ exchangeId }) => carriers?.has(exchangeId) ?? true) }))
    .filter(({ messages }) => messages.length > 0);
  const sendable = ids.filter((id) => exchanges.get(id)?.exchange.summary.outcome.state !== 'malformed');
  const exchangeIds = isTranscript(format) ? [] : format === 'curl' || format === 'postman' ? sendable : ids;
  const told = hasMessages ? spoken : [];
  if (exchangeIds.length === 0 && told.length === 0) throw new HarnessError(fault('export.nothing'));
  return {
    exchangeIds,
    exchange: (id) => exchanges.get(id) ?? null,
    conversations: told.map((each) => () => each),
    skipped:
      exchangeIds.length > 0 && exchangeIds.length < ids.length
        ? [{ why: 'malformed', count: ids.length - exchangeIds.length }]
        : [],
  };
};

/** The numbers that were named or found, with their twins where what was said belongs to either; null: all. */
const wantedIn = (
  choice: Asked['choice'],
  withTwins: boolean,
  contents: BundleContents,
  now: number,
): ReadonlySet<number> | null => {
  const { exchanges } = contents;
  if (!choice.exchangeIds && choice.query === undefined) return null;
  const ids = choice.exchangeIds ?? [...exchanges.keys()].filter(rowFinder(choice, contents, now));
  if (!withTwins) return new Set(ids);
  return new Set(ids.flatMap((id) => [id, exchanges.get(id)?.exchange.summary.twinId ?? id]));
};
