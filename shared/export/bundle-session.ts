import { emptySession } from '#shared/session/empty-session.ts';
import { sessionWindow, type OpenedBundle, type Product, type Session } from '#shared/session/state.ts';
import { marksIn, type BundleContents } from '#shared/export/bundle-contents.ts';

/** The session of a bundle that is read: what it holds, and nothing that happens. */
export const bundleSession = (
  { channels, exchanges, conversations }: BundleContents,
  product: Product,
  openedBundle: OpenedBundle,
): Session => ({
  ...emptySession(product),
  channels,
  conversations: conversations.map(({ conversation }) => conversation).slice(-sessionWindow),
  messages: conversations
    .flatMap(({ messages }) => messages)
    .toSorted((one, other) => one.at - other.at)
    .slice(-sessionWindow),
  exchanges: [...exchanges.values()].map(({ exchange }) => exchange.summary).slice(-sessionWindow),
  exchangeCount: exchanges.size,
  marks: marksIn(exchanges),
  openedBundle,
});
