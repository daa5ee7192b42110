import type { RawRequest } from '#shared/exchange/raw-http.ts';
import { queryOf } from '#shared/exchange/form-body.ts';
import { checkAbout } from '#shared/platforms/fact.ts';
import { sameText } from '#shared/trust/same-text.ts';
import type { Check, Verdict } from '#shared/trust/verdict.ts';
import { pathParts } from './address.ts';
import { facts } from './facts.ts';
import type { SnatchBotSettings } from './settings.ts';

type Part = {
  readonly id: string;
  readonly title: string;
  /** As it is called in a sentence, and in the path. */
  readonly name: string;
  readonly segment: string;
  readonly found: string | null;
  readonly wanted: string;
  /** The value of the other credential, which is often taken for this one. */
  readonly other: string;
  readonly otherName: string;
};

const place = { kind: 'text', at: 'path' } as const;

/** One part of the path, compared as it stands. No sentence holds what was compared. */
const checkPart = ({ id, title, name, segment, found, wanted, other, otherName }: Part): Check => {
  const result = (result: Check['result'], detail: string): Check =>
    checkAbout(facts.secretInPath, { id: `snatchbot.path.${id}`, title, result, detail });
  if (wanted === '') return result('fail', `This channel has no ${name}, so nothing can match: set it first.`);
  if (found === null)
    return result('fail', `The path has no part that begins with "${segment}": the ${name} goes behind these letters.`);
  if (sameText(found, wanted)) return result('pass', `The part after /${segment} is the ${name} of this channel.`);
  if (found.trim() === '') return result('fail', `The part after /${segment} is empty: the ${name} is missing.`);
  if (sameText(found.trim(), wanted.trim()))
    return result('fail', `The part after /${segment} is the ${name}, but with white space around it.`);
  if (sameText(found.trim().toLowerCase(), wanted.trim().toLowerCase()))
    return result('fail', `The part after /${segment} is the ${name} but for upper and lower case.`);
  if (sameText(found, other))
    return result('fail', `The part after /${segment} is the ${otherName}: the two are in each other’s place.`);
  if (sameText(found, segment + wanted))
    return result('fail', `The part after /${segment} begins with "${segment}" once more: write it once.`);
  return result('fail', `The part after /${segment} is not the ${name} of this channel.`);
};

/** The same credential somewhere else than in the path, where nobody looks for it. */
const misplaced = (request: RawRequest, { appSecret }: SnatchBotSettings): string => {
  if (appSecret === '') return '';
  const isInQuery = [...queryOf(request.target)].some(([, value]) => sameText(value, appSecret));
  const header = request.headers.find(
    ([, value]) => sameText(value, appSecret) || sameText(value.split(' ', 2)[1] ?? '', appSecret),
  );
  if (isInQuery) return ' The right secret is in the query, where SnatchBot does not look.';
  return header ? ` The right secret is in the header ${header[0].slice(0, 40)}, where SnatchBot does not look.` : '';
};

/** Platform end: whether the path of a request to the API channel names this bot, this app and its secret, in this order. */
export const judgePath = (request: RawRequest, settings: SnatchBotSettings): Verdict => {
  const found = pathParts(request.target);
  const checks = [
    checkPart({
      id: 'bot',
      title: 'Bot id',
      name: 'bot id',
      segment: 'id',
      found: found.botId,
      wanted: settings.botId,
      other: settings.appId,
      otherName: 'App ID',
    }),
    checkPart({
      id: 'app',
      title: 'App ID',
      name: 'App ID',
      segment: 'app',
      found: found.appId,
      wanted: settings.appId,
      other: settings.appSecret,
      otherName: 'App secret',
    }),
    checkPart({
      id: 'secret',
      title: 'App secret',
      name: 'App secret',
      segment: 'aps',
      found: found.appSecret,
      wanted: settings.appSecret,
      other: settings.appId,
      otherName: 'App ID',
    }),
  ];
  const failed = checks.find((each) => each.result === 'fail');
  if (!failed)
    return {
      state: 'trusted',
      because: 'Trusted: bot id, App ID and App secret of the path are those of this channel.',
      checks,
      credential: place,
    };
  return {
    state: 'refused',
    because: `Refused: ${failed.detail.charAt(0).toLowerCase()}${failed.detail.slice(1)}${misplaced(request, settings)}`,
    fix: 'Copy App ID and App secret from Channels, Other/API, and deploy the channel after they were changed.',
    checks,
    credential: place,
  };
};
