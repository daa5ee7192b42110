import type { Fact } from '#shared/platforms/fact.ts';
import { facts } from './facts.ts';
import type { Scope } from './scopes.ts';
import { blockingFailures, type Webhook } from './webhooks.ts';

/** What decides whether a webhook is told of something. */
export type Topic = {
  /** Null: Channel Talk has no event for it. */
  readonly scope: Scope | null;
  /** What keywords are looked for in; null: they do not matter. */
  readonly text: string | null;
};

/** Why somebody is not told of something: a sentence without its full stop, and what it rests on. */
export type Untold = { readonly reason: string; readonly fact: Fact };

const unwatched = (name: string, { watchGroups, watchUserChats }: Webhook, scope: Scope): string | null => {
  if (scope.startsWith('lead.') || scope.startsWith('member.'))
    return `${name} is of v4, which can watch chats only: choose v5`;
  if (scope === 'message.created.teamChat') return watchGroups ? null : `${name} does not watch team chats`;
  return watchUserChats ? null : `${name} does not watch user chats`;
};

const unsubscribed = (name: string, webhook: Webhook, scope: Scope): Untold | null => {
  if (webhook.apiVersion === 'v4') {
    const reason = unwatched(name, webhook, scope);
    return reason === null ? null : { reason, fact: facts.watch };
  }
  return webhook.scopes.includes(scope) || webhook.scopes.includes('*')
    ? null
    : { reason: `${name} has not the scope ${scope}: add it in its settings`, fact: facts.scopes };
};

/** Why this webhook is not told of it; null: it is. */
export const whyUntold = (webhook: Webhook, { scope, text }: Topic): Untold | null => {
  const name = `The webhook "${webhook.name}"`;
  if (scope === null)
    return { reason: 'Channel Talk has no event for this: no scope names it', fact: facts.noCloseEvent };
  if (webhook.blockedAt !== null)
    return {
      reason: `${name} is blocked after ${blockingFailures} failures in a row: unblock it`,
      fact: facts.unblock,
    };
  const isWanted =
    text === null || webhook.keywords.length === 0 || webhook.keywords.some((each) => text.includes(each));
  const unnamed = { reason: `${name} has keywords, and none of them is in this message`, fact: facts.keywords };
  return unsubscribed(name, webhook, scope) ?? (isWanted ? null : unnamed);
};

/** Why the bot's own message is not told any more after so many in a row; null: it is. */
export const endOfLoop = (run: number, limit: number): Untold | null =>
  run > limit
    ? {
        reason: `The bot has written ${run} messages in a row: Hookbench ends here what may be a loop, where Channel Talk would go on. Let the app ignore events of personType bot`,
        fact: facts.everyAuthor,
      }
    : null;

/** There is nobody left to tell. */
export const noWebhook: Untold = { reason: 'The channel has no webhook any more: restore it', fact: facts.webhooks };
