import type { PlatformContext } from '#shared/platforms/context.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { channelTalkSettings, listOf } from './settings.ts';
import { listIn, textIn } from './wire.ts';

type Kept = Pick<PlatformContext, 'settings' | 'memory'>;

/** A webhook as the platform keeps it: all that either version has. */
export type Webhook = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly token: string;
  readonly apiVersion: 'v5' | 'v4';
  readonly scopes: readonly string[];
  readonly watchUserChats: boolean;
  readonly watchGroups: boolean;
  readonly keywords: readonly string[];
  readonly createdAt: number;
  readonly blockedAt: number | null;
};

/** The webhook of the settings; what was changed through the Open API lies over it. */
export const ownWebhookId = '1';
export const blockingFailures = 100;
const longAgo = 1_767_225_600_000;

/** The webhook of the settings, as it was before the Open API changed it. */
export const webhookOfSettings = (context: Kept): Webhook => {
  const settings = channelTalkSettings(context.settings);
  return {
    id: ownWebhookId,
    name: settings.webhookName,
    url: settings.webhookUrl,
    token: settings.token,
    apiVersion: settings.apiVersion,
    scopes: listOf(settings.scopes),
    watchUserChats: settings.watchUserChats,
    watchGroups: settings.watchGroups,
    keywords: listOf(settings.keywords),
    createdAt: longAgo,
    blockedAt: null,
  };
};

const textsIn = (value: JsonObject[string] | undefined, otherwise: readonly string[]): readonly string[] =>
  Array.isArray(value) ? listIn(value).map(textIn).filter(Boolean) : otherwise;

/** The webhook with the fields that a person may write taken from `given`. */
export const changedWebhook = (webhook: Webhook, given: JsonObject): Webhook => ({
  ...webhook,
  name: textIn(given['name']) || webhook.name,
  url: textIn(given['url']) || webhook.url,
  apiVersion: given['apiVersion'] === 'v4' || given['apiVersion'] === 'v5' ? given['apiVersion'] : webhook.apiVersion,
  scopes: textsIn(given['scopes'], webhook.scopes),
  watchUserChats: typeof given['watchUserChats'] === 'boolean' ? given['watchUserChats'] : webhook.watchUserChats,
  watchGroups: typeof given['watchGroups'] === 'boolean' ? given['watchGroups'] : webhook.watchGroups,
  keywords: textsIn(given['keywords'], webhook.keywords),
});

const stateKey = (id: string): string => `platform/webhook-state/${id}`;

const withState = (webhook: Webhook, { memory }: Kept): Webhook => {
  const state = memory.get(stateKey(webhook.id));
  const blockedAt = isJsonObject(state) ? state['blockedAt'] : null;
  return { ...webhook, blockedAt: typeof blockedAt === 'number' ? blockedAt : null };
};

/** Every webhook of the channel: that of the settings, and those made through the Open API. */
export const webhooksOf = (context: Kept): readonly Webhook[] => {
  const { memory } = context;
  const change = memory.get(`platform/webhook/${ownWebhookId}`);
  const own = memory.get(`platform/webhook-gone/${ownWebhookId}`) === true ? [] : [webhookOfSettings(context)];
  const changed = own.map((each) => (isJsonObject(change) ? changedWebhook(each, change) : each));
  const made = memory
    .keys('platform/webhook/')
    .filter((key) => key !== `platform/webhook/${ownWebhookId}`)
    .map((key) => memory.get(key) as unknown as Webhook);
  return [...changed, ...made].map((each) => withState(each, context));
};

/** Keeps a webhook that was made or changed through the Open API. */
export const keepWebhook = (webhook: Webhook, { memory }: Kept): void =>
  memory.set(`platform/webhook/${webhook.id}`, webhook);

export const removeWebhook = (id: string, { memory }: Kept): void => {
  memory.forget(`platform/webhook/${id}`);
  memory.forget(stateKey(id));
  if (id === ownWebhookId) memory.set(`platform/webhook-gone/${ownWebhookId}`, true);
};

/** Makes the webhook of the settings what the settings say again. */
export const restoreOwnWebhook = ({ memory }: Kept): void => {
  memory.forget(`platform/webhook/${ownWebhookId}`);
  memory.forget(`platform/webhook-gone/${ownWebhookId}`);
};

/** Failures in a row so far. */
export const failuresOf = (id: string, { memory }: Kept): number => {
  const state = memory.get(stateKey(id));
  return isJsonObject(state) && typeof state['failures'] === 'number' ? state['failures'] : 0;
};

/** Counts one more failure in a row, `from` others at least; the hundredth blocks the webhook. */
export const countFailure = (
  id: string,
  from: number,
  context: PlatformContext,
): { readonly failures: number; readonly isBlocked: boolean } => {
  const failures = Math.max(failuresOf(id, context), from) + 1;
  const isBlocked = failures >= blockingFailures;
  context.memory.set(stateKey(id), { failures, blockedAt: isBlocked ? context.stamp.now : null });
  return { failures, isBlocked };
};

/** After an answer that is no failure the count begins anew. A webhook that is blocked stays so: only a person unblocks it. */
export const forgetFailures = (id: string, context: PlatformContext): void => {
  const webhook = webhooksOf(context).find((each) => each.id === id);
  if (webhook?.blockedAt === null) context.memory.forget(stateKey(id));
};

export const unblockAll = ({ memory }: Kept): void => {
  for (const key of memory.keys(stateKey(''))) memory.forget(key);
};
