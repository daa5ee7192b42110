import { bytesOf } from '#shared/exchange/body.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, OutboundRequest, ReplyReading, Returned } from '#shared/platforms/dispatch.ts';
import { unchecked } from '#shared/trust/verdict.ts';
import { appAddress, jsonApiPath, webhookPath } from './address.ts';
import { facts, findingOf } from './facts.ts';
import { askingRequest } from './json-api-platform.ts';
import { snatchBotSettings } from './settings.ts';
import { notificationOf } from './webhook-platform.ts';

export const verifyGesture = {
  id: 'verify',
  title: 'Verify',
  summary: 'As the Verify button in SnatchBot does: passes when the address answers 200.',
};

const sample = 'Verify';

const verifyRequest = (userId: string, context: PlatformContext): OutboundRequest => {
  const settings = snatchBotSettings(context.settings);
  const { feature, verifyMethod, apiUrl, webhookUrl, moduleId, chatChannel, botId, timeLimit } = settings;
  const isWebhook = feature === 'webhook';
  if (verifyMethod !== 'POST') {
    const place = isWebhook ? appAddress(webhookUrl, webhookPath, context) : appAddress(apiUrl, jsonApiPath, context);
    return { ...place, method: verifyMethod, headers: [], body: bytesOf(''), timeLimit };
  }
  if (isWebhook) return notificationOf(sample, userId, context);
  const fields = [
    ['bot_id', botId],
    ['user_id', userId],
    ['module_id', moduleId],
    ['channel', chatChannel],
    ['incoming_message', sample],
  ] as const;
  const isQuery = settings.encoding === 'get';
  return askingRequest(fields, isQuery ? { ...context, settings: { ...context.settings, encoding: 'form' } } : context);
};

/** Platform end: the Verify button of a WebHook or of a JSON API interaction. */
export const verifyApp = (userId: string, context: PlatformContext): readonly Dispatch[] => [
  {
    request: verifyRequest(userId, context),
    end: 'platform',
    userId,
    messages: [
      { author: 'channel', content: { kind: 'event', name: 'Verify', detail: 'asks the address of the app' } },
    ],
    findings: [],
    after: 0,
    purpose: 'verify',
    detail: {},
  },
];

/** Whether Verify passes: on 200, and on nothing else. */
export const readVerified = (returned: Returned): ReplyReading => {
  const hasPassed = returned.ok && returned.response.status === 200;
  const detail = returned.ok ? `the address answered ${returned.response.status}` : returned.fault.message;
  return {
    messages: [
      { author: 'channel', content: { kind: 'event', name: hasPassed ? 'Verify passed' : 'Verify failed', detail } },
    ],
    findings: hasPassed
      ? []
      : [
          findingOf(
            'error',
            'verify.failed',
            facts.verifyPasses,
            `Verify fails: ${detail}. Answer 200 to POST, and to GET and HEAD too: which of them is asked is not documented.`,
            'response status',
          ),
        ],
    verdict: unchecked('Verify carries no credential.'),
    thenSend: [],
  };
};
