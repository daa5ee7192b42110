import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import type { KnownChannel } from '#shared/trust/trust-model.ts';
import type { JwtEvidence } from './evidence.ts';

const again = { certainty: 'proven', remedy: { kind: 'sign-again' } } as const;
const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
/** Claims that mean something else: whoever puts the client id there has not misspelt a name. */
const otherMeaning = new Set(['sub', 'aud', 'jti', 'userIdentity', 'azp']);
const likelyNames = new Set(['clientid', 'cid', 'client', 'app', 'applicationid', 'appkey', 'issuer', 'botappid']);

type Named = { readonly name: string; readonly value: Json };

/** `appid`, `App ID`, `clientId`: a claim that is meant to name the app. */
const misspelt = (
  claims: JsonObject,
  { names, value }: { names: readonly string[]; value: string },
): Named | undefined => {
  const entries = Object.entries(claims).map(([name, each]) => ({ name, value: each }));
  const letters = new Set(names.map(lettersOf));
  return (
    entries.find(({ name }) => !names.includes(name) && letters.has(lettersOf(name))) ??
    entries.find(({ name }) => likelyNames.has(lettersOf(name))) ??
    entries.find((each) => !otherMeaning.has(each.name) && value !== '' && each.value === value)
  );
};

const ownerOf = (value: Json, { trustCase: { others } }: JwtEvidence): KnownChannel | undefined =>
  others.find(({ model }) => model.kind === 'jwt' && model.app.value !== '' && model.app.value === value);

const missing = (claims: JsonObject, { model: { app }, told }: JwtEvidence): Cause => {
  const [name = 'appId'] = app.names;
  const wrong = misspelt(claims, app);
  if (wrong)
    return {
      code: 'jwt.app.misspelt',
      because: `The claim is named ${told(wrong.name)}, but it has to be spelt ${name}.`,
      proof:
        wrong.value === app.value
          ? 'Its value is the client id of this channel; names of claims count letter by letter.'
          : 'Names of claims count letter by letter; its value is another one too.',
      fix: `Name the claim ${name}, spelt exactly so, with ${app.value} as its value.`,
      ...again,
    };
  const held = Object.entries(claims).find(([, value]) => app.value !== '' && value === app.value)?.[0];
  return {
    code: 'jwt.app.missing',
    because: `No claim names the app: there is neither ${app.names.join(' nor ')}.`,
    proof:
      held === undefined
        ? `The payload has ${String(Object.keys(claims).length)} claims, and none of them holds the client id.`
        : `The client id stands in ${told(held)} only, which is not asked who the app is.`,
    fix: `Add the claim ${name} with ${app.value} as its value.`,
    ...again,
  };
};

const similarity = (value: Json, wanted: string): string => {
  if (typeof value !== 'string') return ' It is not a text.';
  if (value === '') return ' It is empty.';
  return value.trim().toLowerCase() === wanted.trim().toLowerCase()
    ? ' Only upper and lower case or spaces differ.'
    : '';
};

/** The third question: whose token is it? */
export const appCause = (claims: JsonObject, evidence: JwtEvidence): Cause | null => {
  const { model, told } = evidence;
  const { names, value: wanted } = model.app;
  const name = names.find((each) => claims[each] !== undefined);
  if (name === undefined) return missing(claims, evidence);
  const value = claims[name] ?? null;
  if (value === wanted) return null;
  const fix = `Put ${wanted} into ${name}: it is the client id of the app of this channel.`;
  const other = Object.entries(model.otherIds).find(([, id]) => id !== '' && id === value)?.[0];
  if (other !== undefined)
    return {
      code: 'jwt.app.bot-id',
      because: `${name} is the ${other} of this channel, and the client id of the app belongs there.`,
      proof: `Its value is ${told(value)}; the client id is ${wanted}.`,
      fix,
      ...again,
    };
  const owner = ownerOf(value, evidence);
  return {
    code: 'jwt.app.other',
    because: owner
      ? `The token is for the app of the channel ${owner.name}, not for the one of this channel.`
      : `${name} is ${told(value)}, but the client id of this channel is ${wanted}.${similarity(value, wanted)}`,
    proof: owner
      ? `${name} is ${told(value)}, the client id there; that of this channel is ${wanted}.`
      : `The claim ${name} was compared with the client id letter by letter.`,
    fix: owner ? `Send it to the channel ${owner.name}, or sign a token with ${wanted} as ${name} for this one.` : fix,
    certainty: 'proven',
    remedy: owner ? { kind: 'use-channel', channelId: owner.id } : { kind: 'sign-again' },
  };
};
