import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { fillPath } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { actedIf } from './defects.ts';
import { facts } from './facts.ts';
import { currentPath, deprecatedPath, platformOrigin } from './paths.ts';
import { postbackOf } from './payload.ts';
import { chatlayerSettings, type ChatlayerSettings } from './settings.ts';

type SaidByUser = { readonly userId: string; readonly utterance: Utterance };

type Written = { readonly body: JsonObject; readonly findings: readonly Finding[] };

/** What has no form on this channel goes as the words of it. */
const inWords = (utterance: Utterance): Finding =>
  findingAbout(
    facts.userMedia,
    'warning',
    'chatlayer.user.no-form',
    'There is no public form for this on the channel: it is sent as text.',
    utterance.kind === 'media' ? 'body /message' : undefined,
  );

const otherToken = 'NOT-THE-TOKEN-of-this-channel';

const pressMessage = (
  { title, payload }: Extract<Utterance, { readonly kind: 'press' }>,
  { pressAs }: ChatlayerSettings,
  context: PlatformContext,
): { readonly message: JsonObject; readonly findings: readonly Finding[] } => {
  const postback = postbackOf(payload);
  if (postback) return { message: { postbackMessage: { title, ...postback } }, findings: [] };
  if (context.defects.has('user.parses-payload'))
    return { message: { postbackMessage: { title } }, findings: actedIf('user.parses-payload', context) };
  return {
    message: pressAs === 'text' ? { textMessage: { text: payload } } : { postbackMessage: { title, payload } },
    findings: [],
  };
};

const messageOf = (
  utterance: Utterance,
  settings: ChatlayerSettings,
  context: PlatformContext,
): { readonly message: JsonObject; readonly findings: readonly Finding[] } => {
  switch (utterance.kind) {
    case 'text':
      return { message: { textMessage: { text: utterance.text } }, findings: [] };
    case 'press':
      return pressMessage(utterance, settings, context);
    case 'gesture':
      return { message: { introMessage: {} }, findings: [] };
    case 'form':
    case 'media':
      return {
        message: { textMessage: { text: plainText(contentOfUtterance(utterance)) } },
        findings: [inWords(utterance)],
      };
    default:
      return assertNever(utterance);
  }
};

const userOf = (userId: string, settings: ChatlayerSettings): JsonObject => {
  const { userField, firstName, lastName, language } = settings;
  const named = {
    ...(firstName === '' ? {} : { firstName }),
    ...(lastName === '' ? {} : { lastName }),
    ...(language === '' ? {} : { preferredLanguage: language }),
  };
  const id = userField === 'conversationId' ? {} : { id: userId };
  const user = { ...id, ...named };
  return {
    ...(userField === 'user' ? {} : { conversationId: userId }),
    ...(Object.keys(user).length === 0 ? {} : { user }),
  };
};

const currentBody = ({ userId, utterance }: SaidByUser, context: PlatformContext): Written => {
  const settings = chatlayerSettings(context.settings);
  const { message, findings } = messageOf(utterance, settings, context);
  const sessionData = settings.sessionData as JsonObject;
  return {
    body: {
      ...userOf(userId, settings),
      message,
      ...(Object.keys(sessionData).length === 0 ? {} : { sessionData }),
    },
    findings,
  };
};

const deprecatedText = (
  utterance: Utterance,
  context: PlatformContext,
): { readonly text: string; readonly findings: readonly Finding[] } => {
  switch (utterance.kind) {
    case 'text':
      return { text: utterance.text, findings: [] };
    case 'press':
      return context.defects.has('user.parses-payload') && postbackOf(utterance.payload) === null
        ? { text: '', findings: actedIf('user.parses-payload', context) }
        : { text: utterance.payload, findings: [] };
    case 'gesture':
    case 'form':
    case 'media':
      return { text: plainText(contentOfUtterance(utterance)), findings: [inWords(utterance)] };
    default:
      return assertNever(utterance);
  }
};

const deprecatedBody = ({ userId, utterance }: SaidByUser, context: PlatformContext): Written => {
  const { verifyToken, language } = chatlayerSettings(context.settings);
  const { text, findings } = deprecatedText(utterance, context);
  const token = context.defects.has('user.wrong-token') ? otherToken : verifyToken;
  return {
    body: {
      text,
      sender: { id: userId },
      ...(token === '' ? {} : { verifyToken: token }),
      ...(language === '' ? {} : { locale: language }),
    },
    findings,
  };
};

/** App end: the request that carries what the user said, in the dialect of the channel. */
export const sayAsUser = (said: SaidByUser, context: PlatformContext): readonly Dispatch[] => {
  const { dialect, accessToken, timeLimit } = chatlayerSettings(context.settings);
  const isCurrent = dialect === 'd1';
  const { body, findings } = isCurrent ? currentBody(said, context) : deprecatedBody(said, context);
  const token = context.defects.has('user.wrong-token') ? otherToken : accessToken;
  return [
    {
      request: {
        origin: platformOrigin(context),
        method: 'POST',
        target: fillPath(isCurrent ? currentPath : deprecatedPath, context.settings),
        headers: [
          ...(isCurrent ? [['Authorization', `Bearer ${token}`] as const] : []),
          ['Content-Type', 'application/json'],
        ],
        body: bytesOf(JSON.stringify(body)),
        timeLimit,
      },
      end: 'app',
      userId: said.userId,
      messages: [{ author: 'user', content: contentOfUtterance(said.utterance) }],
      findings: [...findings, ...actedIf('user.wrong-token', context)],
      after: 0,
      purpose: 'say',
      detail: {},
    },
  ];
};
