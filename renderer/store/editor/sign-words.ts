import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { bearerToken, decodeJwt, describeClaim } from '#shared/trust/jwt.ts';
import { placeWords } from '../credential-place.ts';
import type { DraftChannel } from './draft-channel.ts';
import { requestOf, type RequestDraft } from './request-draft.ts';

type Known = Pick<DraftChannel, 'credentials' | 'isToken'> & { readonly channel: Channel | null };

/** What becomes of the credential of a request when it is sent, in a sentence. Nothing is ever signed that nobody asked for. */
export const signWords = (draft: RequestDraft, { credentials, isToken, channel }: Known, words: Words): string => {
  const { sign } = words.editor;
  const place = credentials.map((each) => placeWords(each, words.trust.credential)).join(sign.and);
  if (draft.sign === 'as-is') return place === '' ? sign.asIsNone : sign.asIs(place);
  if (!channel) return sign.needsChannel;
  if (place === '') return sign.nothingSigns(channel.name);
  return isToken ? sign.anewToken(place, channel.name) : sign.anew(place, channel.name);
};

/** That the token which goes out as it stands is over, where it is: in words, else empty. `now` in milliseconds since 1970. */
export const expiryWords = (
  draft: RequestDraft,
  { credentials, isToken }: Known,
  now: number,
  words: Words,
): string => {
  const [place = ''] = credentials;
  if (draft.sign !== 'as-is' || !isToken || !place.startsWith('header ')) return '';
  const value = headerValue(requestOf(draft).headers, place.slice('header '.length)) ?? '';
  const exp = decodeJwt(bearerToken(value) ?? value).payload.json?.['exp'];
  if (exp === undefined) return '';
  const { state, instant } = describeClaim('exp', exp, now);
  return state === 'over' && instant !== undefined ? words.editor.sign.expired(words.format.moment(instant)) : '';
};
