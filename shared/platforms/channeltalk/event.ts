import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, OutboundRequest, SpokenMessage } from '#shared/platforms/dispatch.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { defectFinding, facts, findingOf } from './facts.ts';
import { channelTalkSettings, type ChannelTalkSettings } from './settings.ts';
import { objectIn, textIn } from './wire.ts';
import { v4Message } from './version-4.ts';
import { noWebhook, whyUntold, type Topic, type Untold } from './untold.ts';
import { ownWebhookId, webhookOfSettings, webhooksOf, type Webhook } from './webhooks.ts';

export const receiverPath = '/receive/channeltalk/{receiverId}';

/** Something that happened on the platform, and that webhooks may be told of. */
export type Happening = Topic & {
  readonly word: 'push' | 'upsert' | 'update' | 'delete';
  readonly type: 'message' | 'userChat' | 'user';
  readonly entity: JsonObject;
  readonly refers: JsonObject;
  /** Whose conversation it belongs to. */
  readonly userId: string;
  /** True for the bot's own message, which comes back to the app that wrote it. */
  readonly isOwn: boolean;
};

const wordOf = ({ word, scope }: Happening, names: ChannelTalkSettings['eventNames']): string => {
  switch (names) {
    case 'words':
      return word;
    case 'old':
      return word === 'push' ? 'create' : word === 'upsert' ? 'update' : word;
    case 'scopes':
      return scope ?? word;
    default:
      return assertNever(names);
  }
};

const typeOf = (type: Happening['type'], spelling: ChannelTalkSettings['typeCase']): JsonObject => {
  switch (spelling) {
    case 'lower':
      return { type };
    case 'capitalised':
      return { type: `${type.charAt(0).toUpperCase()}${type.slice(1)}` };
    case 'absent':
      return {};
    default:
      return assertNever(spelling);
  }
};

/** Of what an event holds, messages alone differ between the versions. */
const inVersion = (
  { type, entity, refers }: Happening,
  { apiVersion }: Webhook,
): Pick<Happening, 'entity' | 'refers'> => {
  if (apiVersion !== 'v4') return { entity, refers };
  const { message } = refers;
  return {
    entity: type === 'message' ? v4Message(entity) : entity,
    refers: message === undefined ? refers : { ...refers, message: v4Message(objectIn(message)) },
  };
};

const bodyFor = (happening: Happening, webhook: Webhook, settings: ChannelTalkSettings): JsonObject => ({
  event: wordOf(happening, settings.eventNames),
  ...typeOf(happening.type, settings.typeCase),
  ...inVersion(happening, webhook),
});

/** The target of an address, fit for a request line: what is not ASCII is percent-encoded. */
const targetOf = (url: string): string => {
  const rest = url.replace(/^https?:\/\/[^/?#]*/i, '').split('#', 1)[0] ?? '';
  const target = rest.startsWith('/') ? rest : `/${rest}`;
  return target.replaceAll(/[^\u0021-\u007e]+/gu, (part) => encodeURIComponent(wellFormed(part)));
};

const originOf = (url: string): string => /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';

/** Nothing like the right one: what is nearly a secret must not be shown either. */
const otherToken = 'NOT-THE-TOKEN-of-this-webhook';

const withToken = (target: string, token: string, defects: PlatformContext['defects']): string => {
  if (defects.has('token.missing')) return target;
  const sent = defects.has('token.wrong') ? otherToken : token;
  return `${target}${target.includes('?') ? '&' : '?'}token=${encodeURIComponent(wellFormed(sent))}`;
};

const addressOf = (
  webhook: Webhook,
  { settings, plays, addresses }: PlatformContext,
): Pick<OutboundRequest, 'origin' | 'target'> => {
  const isToOurApp = plays.app && webhook.id === ownWebhookId;
  if (isToOurApp && addresses.otherEnd !== null)
    return { origin: addresses.otherEnd, target: fillPath(receiverPath, settings) };
  const origin = plays.app ? null : addresses.otherEnd;
  return { origin: origin ?? originOf(webhook.url), target: targetOf(webhook.url) };
};

const defectFindings = ({ defects }: PlatformContext): readonly Finding[] => [
  ...(defects.has('token.missing')
    ? [defectFinding('token.missing', facts.token, 'The defect left the token out of the URL.', 'query token')]
    : []),
  ...(defects.has('token.wrong')
    ? [defectFinding('token.wrong', facts.token, 'The defect sent another text instead of the token.', 'query token')]
    : []),
];

const ownFinding = findingOf(
  'info',
  'loop.own',
  facts.everyAuthor,
  'This event tells of the bot’s own message: Channel Talk delivers those too. An app that answers events of personType bot answers itself, without end.',
  'body /entity/personType',
);

const dispatchFor = (happening: Happening, webhook: Webhook, context: PlatformContext): Dispatch => {
  const settings = channelTalkSettings(context.settings);
  const { origin, target } = addressOf(webhook, context);
  const chatId = happening.type === 'message' ? textIn(happening.entity['chatId']) : textIn(happening.entity['id']);
  return {
    request: {
      origin,
      method: 'POST',
      target: withToken(target, webhook.token, context.defects),
      headers: [['Content-Type', 'application/json']],
      body: bytesOf(JSON.stringify(bodyFor(happening, webhook, settings))),
      timeLimit: settings.eventLimit,
    },
    end: 'platform',
    userId: happening.userId,
    messages: [],
    findings: [...(happening.isOwn ? [ownFinding] : []), ...defectFindings(context)],
    after: 0,
    purpose: 'event',
    detail: {
      webhookId: webhook.id,
      type: happening.type,
      chatType: happening.scope === 'message.created.teamChat' ? 'group' : 'userChat',
      chatId: happening.type === 'user' ? '' : chatId,
    },
  };
};

const withheld = (dispatch: Dispatch, { reason, fact }: Untold): Dispatch => ({
  ...dispatch,
  withheld: reason,
  findings: [...dispatch.findings, findingOf('info', 'event.untold', fact, `${reason}.`)],
});

/**
 * Tells every webhook that wants to know; what others are not told, and why, is shown as withheld, after what is sent. The words go
 * with the first of all. `ended`: why nobody is told although they want to know. Never empty.
 */
export const tell = (
  happenings: readonly Happening[],
  messages: readonly SpokenMessage[],
  context: PlatformContext,
  ended: Untold | null = null,
): readonly Dispatch[] => {
  const webhooks = webhooksOf(context);
  const asked = webhooks.length > 0 ? webhooks : [webhookOfSettings(context)];
  const nobody = webhooks.length > 0 ? ended : noWebhook;
  const all = happenings.flatMap((happening) =>
    asked.map((webhook) => {
      const untold = whyUntold(webhook, happening) ?? nobody;
      const dispatch = dispatchFor(happening, webhook, context);
      return untold ? withheld(dispatch, untold) : dispatch;
    }),
  );
  const sent = all.filter((each) => each.withheld === undefined);
  const kept = all.filter((each) => each.withheld !== undefined);
  const reasons = new Set(kept.map((each) => `${each.withheld ?? ''}.`));
  const unsent = [...reasons].map((each) => channelEvent('Nothing was sent', each));
  const told = sent.length > 0 ? messages : [...messages, ...unsent];
  return [...sent, ...kept].map((each, index) => (index === 0 ? { ...each, messages: told } : each));
};

/** A line in the conversation that nobody said. */
export const channelEvent = (name: string, detail: string): SpokenMessage => ({
  author: 'channel',
  content: { kind: 'event', name, detail },
});
