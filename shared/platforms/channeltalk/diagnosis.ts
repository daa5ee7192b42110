import { queryOf } from '#shared/exchange/form-body.ts';
import type { CalledAddress, Contradiction, ReachedPath } from '#shared/platforms/diagnosis.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { receiverPath } from './event.ts';
import { facts } from './facts.ts';
import { channelTalkSettings, listOf, type ChannelTalkSettings } from './settings.ts';

/** What is called, where we are called, and which settings do not fit together. */
export const diagnose: Platform['diagnose'] = ({ settings: given }) => {
  const settings = channelTalkSettings(given);
  const { answerBy, apiVersion, host, webhookUrl, token, accessKey } = settings;
  const callsApi = answerBy === 'open-api';
  const api: CalledAddress = { id: 'platform', from: 'app', name: 'The Open API', setting: 'host', url: host };
  const webhook: CalledAddress = {
    id: 'webhook',
    from: 'platform',
    name: 'The webhook of the app',
    setting: 'webhookUrl',
    url: webhookUrl,
  };
  const reachedAt: readonly ReachedPath[] = [
    {
      end: 'app',
      request: {
        method: 'POST',
        target: `${fillPath(receiverPath, given)}?token=${encodeURIComponent(token)}`,
        headers: [],
      },
      caller: 'Channel Talk',
      callerUrl: host,
      publicUrl: null,
    },
    {
      end: 'platform',
      request: { method: 'GET', target: `/open/${apiVersion}/channel`, headers: [['x-access-key', accessKey]] },
      caller: 'your app',
      callerUrl: null,
      publicUrl: null,
    },
  ];
  return { calls: [webhook, ...(callsApi ? [api] : [])], reachedAt, contradictions: contradictionsIn(settings) };
};

const contradictionsIn = (settings: ChannelTalkSettings): readonly Contradiction[] => {
  const { answerBy, quickReply, apiVersion, scopes, watchUserChats, watchGroups, webhookUrl } = settings;
  const found: Contradiction[] = [];
  if (answerBy === 'quick-reply' && !quickReply)
    found.push({
      id: 'quick-reply',
      setting: 'quickReply',
      title: 'Answer and x-quick-reply',
      result: 'warn',
      detail: 'The app answers in its response and sends no x-quick-reply, so no answer is ever shown.',
      next: 'Switch x-quick-reply on, or let the app answer through the Open API.',
      fact: facts.quickReply,
    });
  if (apiVersion === 'v5' && listOf(scopes).length === 0)
    found.push({
      id: 'scopes',
      setting: 'scopes',
      title: 'Scopes',
      result: 'fail',
      detail: 'The webhook has no scopes, so it is told of nothing.',
      next: 'Enter the scopes that your app needs, such as userChat.opened and message.created.userChat.',
      fact: facts.scopes,
    });
  if (apiVersion === 'v4' && !watchUserChats && !watchGroups)
    found.push({
      id: 'watch',
      setting: 'watchUserChats',
      title: 'User chats and team chats',
      result: 'fail',
      detail: 'The webhook watches neither user chats nor team chats, so it is told of nothing.',
      next: 'Switch one of the two on.',
      fact: facts.watch,
    });
  if (queryOf(webhookUrl).has('token'))
    found.push({
      id: 'token-twice',
      setting: 'webhookUrl',
      title: 'URL and token',
      result: 'warn',
      detail: 'The URL has a token of its own, and another one is joined to it: an app may read either.',
      next: 'Take token= out of the URL.',
      fact: facts.tokenJoined,
    });
  return found;
};
