import type { Platform } from '#shared/platforms/platform.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { addressCauses } from '#shared/trust/autopsy/not-credential-address.ts';
import { receiverPath } from './event.ts';
import { apiRoutes } from './open-api.ts';
import { channelTalkSettings } from './settings.ts';

/** Events prove themselves by the token in the URL; calls of the Open API by two keys in headers, which are looked for in this order. */
export const trust: Platform['trust'] = (end, request, { settings }) => {
  const { token, accessKey, accessSecret } = channelTalkSettings(settings);
  switch (end) {
    case 'app':
      return {
        kind: 'texts',
        besides: addressCauses([{ method: 'POST', path: receiverPath }], request, settings, true),
        credentials: [
          { name: 'token', spot: { in: 'query', name: 'token' }, expected: token, setting: 'token', isSecret: true },
        ],
      };
    case 'platform':
      return {
        kind: 'texts',
        besides: addressCauses(apiRoutes, request, settings),
        credentials: [
          {
            name: 'access key',
            spot: { in: 'header', name: 'x-access-key' },
            expected: accessKey,
            setting: 'accessKey',
            isSecret: false,
          },
          {
            name: 'access secret',
            spot: { in: 'header', name: 'x-access-secret' },
            expected: accessSecret,
            setting: 'accessSecret',
            isSecret: true,
          },
        ],
      };
    default:
      return assertNever(end);
  }
};
