import { pathOf } from '#shared/exchange/raw-http.ts';
import type { Route } from '#shared/platforms/platform.ts';
import { fillPath, matchPath } from '#shared/platforms/route.ts';
import type { KoreSettings } from './settings.ts';

export type Version = 'v1' | 'v2';

const v1Path = '/chatbot/hooks/{botId}';
const v2Path = '/chatbot/v2/webhook/{botId}';
const instance = '/hookInstance/{webhookInstanceId}';
const poll = '/poll/{*pollId}';

/** Where our app end takes what an asynchronous channel posts: an address of our own, as the vendor leaves it to the customer. */
export const receiverPath = '/receive/kore/{botId}';

/** The paths on which a user's message arrives, and the version that each means. */
const messagePaths: readonly (readonly [path: string, version: Version])[] = [
  [v1Path, 'v1'],
  [v1Path + instance, 'v1'],
  [v2Path, 'v2'],
  [v2Path + instance, 'v2'],
];
/** The docs have the first; some clients put /poll/ behind whatever address they have. */
const pollPaths = [v2Path + poll, v2Path + instance + poll];

export const messageRoutes: readonly Route[] = messagePaths.map(([path]) => ({ method: 'POST', path }));
export const pollRoutes: readonly Route[] = pollPaths.map((path) => ({ method: 'GET', path }));
export const receiverRoutes: readonly Route[] = [receiverPath, receiverPath + instance].map((path) => ({
  method: 'POST',
  path,
}));

/** What a request to the conversation of the platform end is about, by its path alone; null for a path of the side services. */
export type Place = {
  readonly version: Version;
  readonly botId: string;
  readonly webhookInstanceId: string | null;
  /** Set for a poll. */
  readonly pollId: string | null;
};

/** The place that a request target names. */
export const placeOf = (target: string): Place | null => {
  const path = pathOf(target);
  const known = [...messagePaths, ...pollPaths.map((each) => [each, 'v2'] as const)];
  for (const [template, version] of known) {
    const values = matchPath(template, path);
    if (values)
      return {
        version,
        botId: values['botId'] ?? '',
        webhookInstanceId: values['webhookInstanceId'] ?? null,
        pollId: values['pollId'] ?? null,
      };
  }
  return null;
};

type Named = Pick<KoreSettings, 'botId' | 'webhookInstanceId'>;

/** The path to which this channel's messages go. */
export const messagePath = (version: Version, { botId, webhookInstanceId }: Named): string => {
  const first = version === 'v1' ? v1Path : v2Path;
  return fillPath(webhookInstanceId === '' ? first : first + instance, { botId, webhookInstanceId });
};

/** The path that is polled for the rest of an answer. */
export const pollPath = (pollId: string, settings: Named & Pick<KoreSettings, 'pollUnderInstance'>): string => {
  const { botId, webhookInstanceId, pollUnderInstance } = settings;
  const first = webhookInstanceId !== '' && pollUnderInstance ? v2Path + instance : v2Path;
  return fillPath(first + poll, { botId, webhookInstanceId, pollId });
};

/** The path of our receiver for this channel. */
export const receiverPathOf = ({ botId, webhookInstanceId }: Named): string =>
  fillPath(webhookInstanceId === '' ? receiverPath : receiverPath + instance, { botId, webhookInstanceId });
