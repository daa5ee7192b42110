import type { Finding } from '#shared/exchange/finding.ts';
import type { RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { defectActed } from '#shared/platforms/defect.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Version } from './addresses.ts';
import { stateDefects } from './defects.ts';
import { errorReplyOf, type ErrorStatus } from './errors.ts';
import { koreSettings } from './settings.ts';

/** What a channel answers that does not work: an error, or words of its own. */
export type ChannelState =
  | { readonly kind: 'reply'; readonly reply: RawResponse; readonly finding: Finding }
  | { readonly kind: 'words'; readonly words: string; readonly finding: Finding };

const disabledWords = 'This bot is disabled on this channel. You can reach it on these channels: Web/Mobile Client.';

/** The state in which a defect puts the channel; null where messages get through. */
export const channelStateOf = (
  version: Version,
  userId: string | null,
  context: PlatformContext,
): ChannelState | null => {
  const state = stateDefects.find(({ defect }) => context.defects.has(defect.id));
  if (!state) return null;
  const finding = defectActed(state.defect);
  switch (state.answer) {
    case 'words':
      return { kind: 'words', words: disabledWords, finding };
    case 'first-401':
      return isWarm(userId ?? '', context)
        ? null
        : { kind: 'reply', reply: errorReplyOf(version, 401, context.stamp), finding };
    case 401:
    case 404:
    case 412:
    case 429:
    case 504:
      return { kind: 'reply', reply: stateReply(version, state.answer, context), finding };
    default:
      return assertNever(state);
  }
};

/** True from the second message of a user on. */
const isWarm = (userId: string, { memory }: PlatformContext): boolean => {
  const key = `platform/warm/${userId}`;
  if (memory.get(key) === true) return true;
  memory.set(key, true);
  return false;
};

const stateReply = (version: Version, status: ErrorStatus, context: PlatformContext): RawResponse => {
  const reply = errorReplyOf(version, status, context.stamp);
  const { retryAfter } = koreSettings(context.settings);
  return status === 429 && retryAfter !== null
    ? { ...reply, headers: [...reply.headers, ['Retry-After', String(retryAfter)]] }
    : reply;
};
