import { assertNever } from '#shared/text/assert-never.ts';
import type { KoreSettings } from './settings.ts';

type TokenSettings = Pick<
  KoreSettings,
  'accessToken' | 'accessTokenHeader' | 'accessTokenHeaderName' | 'accessTokenFormat'
>;

/** The header in which the Access Token goes, and the text before and after it; null where it is not sent. */
export type TokenPlace = { readonly name: string; readonly before: string; readonly after: string };

export const tokenPlaceOf = (settings: Omit<TokenSettings, 'accessToken'>): TokenPlace | null => {
  switch (settings.accessTokenHeader) {
    case 'bearer':
      return { name: 'Authorization', before: 'Bearer ', after: '' };
    case 'authorization':
      return { name: 'Authorization', before: '', after: '' };
    case 'x-access-token':
      return { name: 'x-access-token', before: '', after: '' };
    case 'other': {
      const [before = '', after = ''] = settings.accessTokenFormat.split('{token}', 2);
      return { name: settings.accessTokenHeaderName, before, after };
    }
    case 'none':
      return null;
    default:
      return assertNever(settings.accessTokenHeader);
  }
};

/** The header line that carries this token; none where the channel has no Access Token, or does not send it. */
export const tokenLines = (token: string, settings: TokenSettings): readonly (readonly [string, string])[] => {
  const place = tokenPlaceOf(settings);
  return place === null || settings.accessToken === '' ? [] : [[place.name, `${place.before}${token}${place.after}`]];
};
