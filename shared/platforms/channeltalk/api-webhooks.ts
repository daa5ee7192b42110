import type { JsonObject } from '#shared/text/json.ts';
import { badLimit, found, notThere, pageOf, refusal, type ApiAnswer, type ApiCall, type ApiRoute } from './api-call.ts';
import { facts } from './facts.ts';
import { freshId } from './ids.ts';
import { scopes } from './scopes.ts';
import { channelTalkSettings } from './settings.ts';
import { changedWebhook, keepWebhook, removeWebhook, webhooksOf, type Webhook } from './webhooks.ts';
import { listIn, textIn } from './wire.ts';

const view = (webhook: Webhook, { version, context }: ApiCall): JsonObject => ({
  id: webhook.id,
  channelId: channelTalkSettings(context.settings).channelId,
  name: webhook.name,
  url: webhook.url,
  token: webhook.token,
  createdAt: webhook.createdAt,
  ...(version === 'v4'
    ? { watchUserChats: webhook.watchUserChats, watchGroups: webhook.watchGroups }
    : { scopes: webhook.scopes }),
  ...(webhook.keywords.length === 0 ? {} : { keywords: webhook.keywords }),
  apiVersion: webhook.apiVersion,
  ...(webhook.blockedAt === null ? {} : { lastBlockedAt: webhook.blockedAt }),
  blocked: webhook.blockedAt !== null,
});

const known: ReadonlySet<unknown> = new Set([...scopes, '*']);

const wrong = (field: string, what: string): ApiAnswer =>
  refusal(422, 'webhook', facts.webhooks, `${field} ${what}.`, `body /${field}`);

/** What is wrong with the fields that a person may write; `required`: those that have to be there. */
const problemOf = ({ body }: ApiCall, required: readonly string[]): ApiAnswer | null => {
  const missing = required.find((each) => body[each] === undefined);
  if (missing !== undefined) return wrong(missing, 'is missing');
  if (body['name'] !== undefined && textIn(body['name']) === '') return wrong('name', 'is empty');
  if (body['url'] !== undefined && !/^https?:\/\/[^\s/?#@]+(\/\S*)?$/.test(textIn(body['url'])))
    return wrong('url', 'is no http address');
  const wanted = listIn(body['scopes']);
  if (
    body['scopes'] !== undefined &&
    (!Array.isArray(body['scopes']) || wanted.some((each) => !known.has(each)) || new Set(wanted).size < wanted.length)
  )
    return wrong('scopes', 'is no list of different scopes');
  const words = listIn(body['keywords']);
  if (
    body['keywords'] !== undefined &&
    (!Array.isArray(body['keywords']) || words.length > 20 || words.some((each) => textIn(each) === ''))
  )
    return wrong('keywords', 'is no list of 1 to 20 words');
  if (body['apiVersion'] !== undefined && body['apiVersion'] !== 'v4' && body['apiVersion'] !== 'v5')
    return wrong('apiVersion', 'is neither v4 nor v5');
  return null;
};

const list = (call: ApiCall): ApiAnswer => {
  const page = pageOf(
    webhooksOf(call.context).map((each) => view(each, call)),
    call.query,
  );
  return page ? found({ webhooks: page.items, next: page.next }) : badLimit();
};

const make = (call: ApiCall): ApiAnswer => {
  const { version, context, body } = call;
  const problem = problemOf(call, version === 'v5' ? ['name', 'url', 'scopes', 'apiVersion'] : ['name', 'url']);
  if (problem) return problem;
  const blank: Webhook = {
    id: freshId(context.stamp),
    name: '',
    url: '',
    token: freshId(context.stamp),
    apiVersion: version,
    scopes: [],
    watchUserChats: false,
    watchGroups: false,
    keywords: [],
    createdAt: context.stamp.now,
    blockedAt: null,
  };
  const webhook = changedWebhook(blank, body);
  keepWebhook(webhook, context);
  return found({ webhook: view(webhook, call) });
};

const withWebhook = (call: ApiCall, answer: (webhook: Webhook) => ApiAnswer): ApiAnswer => {
  const webhook = webhooksOf(call.context).find((each) => each.id === call.values['webhookId']);
  return webhook ? answer(webhook) : notThere('webhook');
};

const change = (call: ApiCall): ApiAnswer =>
  withWebhook(call, (webhook) => {
    const problem = problemOf(call, []);
    if (problem) return problem;
    const changed = changedWebhook(webhook, call.body);
    keepWebhook(changed, call.context);
    return found({ webhook: view(changed, call) });
  });

const remove = (call: ApiCall): ApiAnswer =>
  withWebhook(call, (webhook) => {
    removeWebhook(webhook.id, call.context);
    return found({ webhook: view(webhook, call) });
  });

/** Webhooks, as the vendor's own pages and programs register them. Id, token and blocked are read-only: what is given for them is ignored. */
export const webhookRoutes: readonly ApiRoute[] = [
  { method: 'GET', path: '/webhooks', answer: list },
  { method: 'POST', path: '/webhooks', answer: make },
  {
    method: 'GET',
    path: '/webhooks/{*webhookId}',
    answer: (call) => withWebhook(call, (each) => found({ webhook: view(each, call) })),
  },
  { method: 'PATCH', path: '/webhooks/{*webhookId}', answer: change },
  { method: 'DELETE', path: '/webhooks/{*webhookId}', answer: remove },
];
