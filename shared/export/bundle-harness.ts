import { audienceIdOf, messagesForAudience, wireForAudience } from '#shared/audience/for-audience.ts';
import { fault, HarnessError } from '#shared/contract/fault.ts';
import { commands, type Harness } from '#shared/contract/harness.ts';
import type { Product } from '#shared/session/state.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import { bundleContents, type BundleContents } from '#shared/export/bundle-contents.ts';
import { bundleExports } from '#shared/export/bundle-exports.ts';
import { bundleRows } from '#shared/export/bundle-rows.ts';
import { bundleSession } from '#shared/export/bundle-session.ts';
import type { ExportedExchange } from '#shared/export/exported.ts';
import { readBundle } from '#shared/export/read-bundle.ts';

/** Where a bundle is read: by whom, under which name, and what this machine has to lend. */
export type Reader = {
  readonly product: Product;
  /** The name of the file. */
  readonly name: string;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export type OpenedHarness =
  | { readonly ok: true; readonly harness: Harness }
  | { readonly ok: false; readonly problem: string };

/**
 * A bundle as a harness of its own, made from the file alone: what it holds is read, searched and exported as in a bench; everything
 * that would change or send something is refused with `bundle.read-only`.
 */
export const bundleHarness = (text: string, reader: Reader): OpenedHarness => {
  const read = readBundle(text);
  if (!read.ok) return read;
  const contents = bundleContents(read.bundle);
  if (typeof contents === 'string') return { ok: false, problem: contents };
  const { madeBy, madeAt } = read.bundle;
  const session = bundleSession(contents, reader.product, { name: reader.name, madeBy, madeAt });
  const at = { run: reader.newId(), seq: 0 };
  const harness: Harness = {
    ...refusing,
    ...readingCommands(contents),
    ...bundleRows(contents, reader.now),
    ...bundleExports(contents, reader),
    subscribe: (from, watch) => {
      if (from?.run !== at.run || from.seq !== at.seq) watch({ kind: 'whole', at, session });
      return () => undefined;
    },
  };
  return { ok: true, harness };
};

/** Every command that there is, also those that are not thought of here. */
const refusing = Object.fromEntries(
  Object.keys(commands).map((name) => [
    name,
    async () => {
      throw new HarnessError(fault('bundle.read-only'));
    },
  ]),
) as unknown as Omit<Harness, 'subscribe'>;

type Reading = Pick<
  Harness,
  'readExchange' | 'readBody' | 'listExchanges' | 'listMessages' | 'readMessages' | 'readRecording' | 'readShownWire'
>;

const readingCommands = ({ exchanges, conversations }: BundleContents): Reading => {
  const find = (id: number): ExportedExchange => {
    const found = exchanges.get(id);
    if (!found) throw new HarnessError(fault('exchange.unknown', { id }));
    return found;
  };
  return {
    readExchange: async ({ id }) => find(id).exchange,
    readBody: async ({ id, part, from, length }) => {
      const { requestBody, responseBody } = find(id);
      const body = part === 'request' ? requestBody : responseBody;
      if (!body) throw new HarnessError(fault('exchange.unknown', { id }));
      return { base64: encodeBase64(body.slice(from, from + length)), total: body.byteLength };
    },
    listExchanges: async ({ before = Infinity, limit }) => {
      const found = [...exchanges.values()].map(({ exchange }) => exchange.summary).filter(({ id }) => id < before);
      return { exchanges: found.slice(-limit).toReversed(), hasMore: found.length > limit };
    },
    readShownWire: async ({ exchangeId }) => wireForAudience(find(audienceIdOf(find(exchangeId).exchange.summary)), []),
    readRecording: async ({ conversationId }) => {
      const told = conversations.find(({ conversation }) => conversation.id === conversationId);
      if (!told) throw new HarnessError(fault('conversation.unknown', { id: conversationId }));
      return { messages: messagesForAudience(told, []) };
    },
    listMessages: async ({ conversationId, before, limit }) => {
      const { messages } = conversations.find(({ conversation }) => conversation.id === conversationId) ?? {
        messages: [],
      };
      const end = before === undefined ? messages.length : messages.findIndex(({ id }) => id === before);
      const older = messages.slice(0, Math.max(0, end)).toReversed();
      return { messages: older.slice(0, limit), hasMore: older.length > limit };
    },
    readMessages: async ({ exchangeIds }) => ({
      messages: conversations
        .flatMap(({ messages }) => messages.filter(({ exchangeId }) => exchangeIds.includes(exchangeId)))
        .toSorted((one, other) => one.at - other.at),
    }),
  };
};
