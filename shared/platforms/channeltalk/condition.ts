import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Condition } from '#shared/platforms/setup.ts';
import { restoreOwnWebhook, unblockAll, webhooksOf, ownWebhookId } from './webhooks.ts';

type Kept = Pick<PlatformContext, 'settings' | 'memory'>;

/** What is wrong with the webhooks of a channel as a whole: blocked, or deleted through the Open API. */
export const conditionOf = (context: Kept): Condition | null => {
  const webhooks = webhooksOf(context);
  const blocked = webhooks.find((each) => each.blockedAt !== null);
  if (blocked)
    return {
      sentence: `The webhook "${blocked.name}" is blocked after 100 failures in a row: nothing is sent to it.`,
      remedy: { id: 'unblock', title: 'Unblock' },
    };
  return webhooks.some((each) => each.id === ownWebhookId)
    ? null
    : {
        sentence: 'The webhook of this channel was deleted through the Open API: nothing is sent to it.',
        remedy: { id: 'restore', title: 'Restore the webhook' },
      };
};

export const applyRemedy = (remedyId: string, context: Kept): void => {
  if (remedyId === 'unblock') unblockAll(context);
  if (remedyId === 'restore') restoreOwnWebhook(context);
};
