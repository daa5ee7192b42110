import { headerValues, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { checkAbout } from '#shared/platforms/fact.ts';
import { sameText } from '#shared/trust/same-text.ts';
import { unchecked, type Check, type Verdict } from '#shared/trust/verdict.ts';
import { tokenPlaceOf, type TokenPlace } from './access-token.ts';
import { facts } from './facts.ts';
import { koreSettings } from './settings.ts';

/** App end: whether a message that was posted carries the Access Token of the channel, compared as text. */
export const judgeAccessToken = ({ headers }: RawRequest, { settings }: PlatformContext): Verdict => {
  const known = koreSettings(settings);
  const place = tokenPlaceOf(known);
  if (place === null) return unchecked('Not checked: this channel is set to send no Access Token.');
  if (known.accessToken === '') return unchecked('Not checked: this channel has no Access Token to compare with.');
  const values = headerValues(headers, place.name);
  const [value] = values;
  const wanted = `${place.before}${known.accessToken}${place.after}`;
  const elsewhere = headers.find(
    ([name, each]) => name.toLowerCase() !== place.name.toLowerCase() && each.includes(known.accessToken),
  )?.[0];
  const checks = [presence(value, place), equality(value, wanted, known.accessToken, place)];
  const credential =
    value === undefined ? {} : { credential: { kind: 'text', at: `header ${place.name.toLowerCase()}` } as const };
  const failed = checks.find((each) => each.result === 'fail');
  if (!failed)
    return { state: 'trusted', because: 'Trusted: the Access Token is that of this channel.', checks, ...credential };
  return {
    state: 'refused',
    because: `Refused: ${failed.detail.charAt(0).toLowerCase()}${failed.detail.slice(1)}`,
    fix:
      elsewhere === undefined
        ? 'Compare the Access Token of this channel with the one in Kore.ai, and how it is sent.'
        : `The Access Token came in the header ${elsewhere.slice(0, 80)}: set “How the Access Token is sent” to that.`,
    checks,
    ...credential,
  };
};

const check = (id: string, title: string, result: Check['result'], detail: string): Check =>
  checkAbout(facts.accessToken, { id: `access-token.${id}`, title, result, detail });

const presence = (value: string | undefined, { name }: TokenPlace): Check => {
  const title = 'Access Token header';
  if (value === undefined) return check('present', title, 'fail', `There is no header ${name}.`);
  return value.trim() === ''
    ? check('present', title, 'fail', `The header ${name} is empty.`)
    : check('present', title, 'pass', `There is a header ${name}.`);
};

const equality = (value: string | undefined, wanted: string, token: string, place: TokenPlace): Check => {
  const title = 'Access Token';
  if (value === undefined || value.trim() === '')
    return check('equal', title, 'not-applicable', 'There is no token to compare.');
  if (sameText(value, wanted)) return check('equal', title, 'pass', 'It is the Access Token of this channel.');
  if (sameText(value.trim().toLowerCase(), wanted.toLowerCase()))
    return check('equal', title, 'fail', 'Only upper and lower case, or white space around it, differ.');
  if (value.includes(token)) {
    const around =
      place.before + place.after === '' ? 'nothing around it' : `“${place.before}…${place.after}” around it`;
    return check(
      'equal',
      title,
      'fail',
      `The header ${place.name} holds the Access Token, but this channel expects ${around}.`,
    );
  }
  return check(
    'equal',
    title,
    'fail',
    `The header ${place.name} holds another token than the Access Token of this channel.`,
  );
};
