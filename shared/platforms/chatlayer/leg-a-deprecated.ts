import type { Finding } from '#shared/exchange/finding.ts';
import { contentOfUtterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { facts } from './facts.ts';
import { forgotten, nothingRead, unusable, type LegA } from './leg-a.ts';
import { resolveText } from './payload.ts';
import { chatlayerSettings } from './settings.ts';
import { idOf, objectAt } from './wire.ts';

const shortest = 32;

/** Reads the body of the deprecated dialect: `text`, `sender.id`, `locale`. */
export const readDeprecated = (body: Json, context: Pick<PlatformContext, 'memory' | 'settings'>): LegA => {
  if (!isJsonObject(body))
    return { ...nothingRead, findings: [unusable('object', 'The body is JSON, but not an object.', '')] };
  const sender = readSender(body, context);
  const { text } = body;
  if (typeof text !== 'string')
    return { ...nothingRead, userId: sender.userId, findings: [...sender.findings, noText(body)] };
  const { utterance, isForgotten } = resolveText(text, context);
  return {
    userId: sender.userId,
    utterance,
    contents: [contentOfUtterance(utterance)],
    sessionData: {},
    findings: [...sender.findings, ...localeFindings(body), ...(isForgotten ? [forgotten('body /text')] : [])],
  };
};

const noText = (body: JsonObject): Finding =>
  unusable(
    'text',
    isJsonObject(body['message'])
      ? 'message is the form of the current dialect: this address wants text at the top.'
      : 'text is missing, or not a text.',
    '/text',
    facts.d0Body,
  );

const readSender = (
  body: JsonObject,
  { settings }: Pick<PlatformContext, 'settings'>,
): Pick<LegA, 'userId' | 'findings'> => {
  const userId = idOf(objectAt(body, 'sender')['id']);
  if (userId === null)
    return {
      userId,
      findings: [unusable('user', 'sender.id is missing: it says who the user is.', '/sender/id', facts.d0Body)],
    };
  if (userId.length >= shortest) return { userId, findings: [] };
  const summary = `sender.id has ${userId.length} characters; it should have ${shortest} or more.`;
  const at = '/sender/id';
  return {
    userId,
    findings: [
      chatlayerSettings(settings).shortSender === 'refuse'
        ? unusable('sender-length', summary, at, facts.d0SenderLength)
        : findingAbout(facts.d0SenderLength, 'warning', 'chatlayer.body.sender-length', summary, `body ${at}`),
    ],
  };
};

const localeFindings = ({ locale }: JsonObject): readonly Finding[] =>
  locale === undefined || (typeof locale === 'string' && /^[a-z]{2}$/i.test(locale))
    ? []
    : [findingAbout(facts.d0Body, 'warning', 'chatlayer.body.locale', 'locale should be two letters.', 'body /locale')];
