import type { Content } from '#shared/exchange/message.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { facts } from './facts.ts';
import { readContent } from './read-templates.ts';

/** One recipient of a notification, and what they are told. */
export type Notice = { readonly email: string; readonly contents: readonly Content[] };

/** A notification as it is to be delivered, or the first rule that it breaks. `scripts`: nobody runs them here, so nothing is delivered. */
export type NotificationReading =
  | { readonly ok: true; readonly notices: readonly Notice[]; readonly isScript: boolean }
  | { readonly ok: false; readonly problem: string; readonly at: string; readonly fact: Fact };

type Problem = Extract<NotificationReading, { ok: false }>;

const broken = (fact: Fact, at: string, problem: string): Problem => ({ ok: false, problem, at: `body ${at}`, fact });

const mostIdentities = 1000;
const mostParameters = 20;
const longestParameter = 200;

/** The names that came are not repeated: they could be anything, also a secret that went into the wrong place. */
const hasOnly = (object: JsonObject, known: readonly string[]): boolean =>
  Object.keys(object).every((each) => known.includes(each));

const bodyFields = ['channel', 'webhookInstanceName', 'userIdentityType', 'message', 'content', 'identities'];
const recipientFields = ['email', 'customMessage', 'parameters'];

/** Reads the body of notifyV2 for this channel; nothing that the docs forbid is let through. */
export const readNotification = (body: Json): NotificationReading => {
  if (!isJsonObject(body)) return broken(facts.notifyRefused, '/', 'The body has to be a JSON object.');
  if (!hasOnly(body, bodyFields))
    return broken(facts.notifyLimits, '/', `There is a field that is none of ${bodyFields.join(', ')}.`);
  if (body['channel'] !== 'ivr')
    return broken(facts.notifyMode, '/channel', 'channel has to be ivr, the name of the webhook channel.');
  const name = body['message'] === undefined ? 'content' : 'message';
  const message = body[name];
  if (!isJsonObject(message))
    return broken(facts.notifyMessageName, '/message', 'There is neither message nor content that is an object.');
  const { type, value } = message;
  if (type !== 'text' && type !== 'template' && type !== 'script')
    return broken(facts.notifyMessageName, `/${name}/type`, `${name}.type has to be text, template or script.`);
  if (typeof value !== 'string' && !isJsonObject(value))
    return broken(facts.notifyMessageName, `/${name}/value`, `${name}.value has to be a text or an object.`);
  return readIdentities(body['identities'], value, type === 'script');
};

const readIdentities = (identities: Json | undefined, value: Json, isScript: boolean): NotificationReading => {
  if (!Array.isArray(identities) || identities.length === 0 || identities.length > mostIdentities)
    return broken(facts.notifyLimits, '/identities', 'identities has to be a list of 1 to 1000 recipients.');
  const notices: Notice[] = [];
  for (const [index, identity] of identities.entries()) {
    const notice = readIdentity(identity, value, `/identities/${String(index)}`);
    if ('problem' in notice) return notice;
    notices.push(notice);
  }
  return { ok: true, notices, isScript };
};

const readIdentity = (identity: Json, value: Json, at: string): Notice | Problem => {
  if (!isJsonObject(identity)) return broken(facts.notifyLimits, at, 'A recipient has to be an object.');
  if (!hasOnly(identity, recipientFields))
    return broken(facts.notifyLimits, at, `A recipient has a field that is none of ${recipientFields.join(', ')}.`);
  const { email, customMessage, parameters = {} } = identity;
  if (typeof email !== 'string' || email.trim() === '')
    return broken(facts.notifyLimits, `${at}/email`, 'On this channel a recipient is named by email.');
  if (customMessage !== undefined && typeof customMessage !== 'string')
    return broken(facts.notifyLimits, `${at}/customMessage`, 'customMessage has to be a text.');
  if (!isJsonObject(parameters) || !areParameters(parameters))
    return broken(
      facts.notifyLimits,
      `${at}/parameters`,
      'parameters has to be an object of at most 20 texts, each of at most 200 characters.',
    );
  const said = customMessage ?? value;
  return { email, contents: readContent(typeof said === 'string' ? filled(said, parameters) : said) };
};

const areParameters = (parameters: JsonObject): boolean =>
  Object.keys(parameters).length <= mostParameters &&
  Object.values(parameters).every((each) => typeof each === 'string' && each.length <= longestParameter);

/** A name in braces without a parameter stays as it is. */
const filled = (text: string, parameters: JsonObject): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return typeof value === 'string' ? value : whole;
  });
