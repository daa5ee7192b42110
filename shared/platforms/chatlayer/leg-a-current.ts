import { contentOfUtterance, type Utterance } from '#shared/exchange/message.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { facts } from './facts.ts';
import { forgotten, nothingRead, unusable, type LegA } from './leg-a.ts';
import { resolveText } from './payload.ts';
import { idOf, objectAt, objectsAt, textAt } from './wire.ts';

type Said = Pick<LegA, 'utterance' | 'contents' | 'findings' | 'sessionData'>;

const nothingSaid: Said = { utterance: null, contents: [], findings: [], sessionData: {} };

const said = (utterance: Utterance, findings: readonly Finding[] = [], sessionData: JsonObject = {}): Said => ({
  utterance,
  contents: [contentOfUtterance(utterance)],
  findings,
  sessionData,
});

const refused = (finding: Finding): Said => ({ ...nothingSaid, findings: [finding] });

/** Reads the body of the current dialect: who, what, and session data. Unknown keys are tolerated. */
export const readCurrent = (body: Json, context: Pick<PlatformContext, 'memory'>): LegA => {
  if (!isJsonObject(body))
    return { ...nothingRead, findings: [unusable('object', 'The body is JSON, but not an object.', '')] };
  const user = readUser(body);
  const session = readSessionData(body);
  const message = readSaid(body, Object.keys(session.values).length > 0, context);
  return {
    userId: user.userId,
    utterance: message.utterance,
    contents: message.contents,
    sessionData: { ...session.values, ...message.sessionData },
    findings: [...user.findings, ...message.findings, ...session.findings],
  };
};

const readUser = (body: JsonObject): Pick<LegA, 'userId' | 'findings'> => {
  const conversationId = idOf(body['conversationId']);
  const userId = idOf(objectAt(body, 'user')['id']);
  if (conversationId !== null && userId !== null && conversationId !== userId)
    return {
      userId: conversationId,
      findings: [
        findingAbout(
          facts.userPrecedence,
          'info',
          'chatlayer.body.two-users',
          'conversationId and user.id differ: conversationId is taken.',
          'body /conversationId',
        ),
      ],
    };
  const named = conversationId ?? userId;
  if (named !== null) return { userId: named, findings: [] };
  const isOld = idOf(objectAt(body, 'sender')['id']) !== null;
  return {
    userId: null,
    findings: [
      isOld
        ? unusable(
            'user',
            'sender.id is the form of the deprecated dialect: here it is conversationId or user.id.',
            '/sender/id',
            facts.userFields,
          )
        : unusable(
            'user',
            'Neither conversationId nor user.id says who the user is.',
            '/conversationId',
            facts.userFields,
          ),
    ],
  };
};

const readSessionData = (body: JsonObject): { readonly values: JsonObject; readonly findings: readonly Finding[] } => {
  const value = body['sessionData'];
  if (value === undefined) return { values: {}, findings: [] };
  if (isJsonObject(value)) return { values: value, findings: [] };
  return {
    values: {},
    findings: [
      findingAbout(
        facts.sessionData,
        'warning',
        'chatlayer.body.session-data',
        'sessionData has to be an object: it is left out.',
        'body /sessionData',
      ),
    ],
  };
};

const readSaid = (body: JsonObject, hasSessionData: boolean, context: Pick<PlatformContext, 'memory'>): Said => {
  const { message } = body;
  if (message === undefined && hasSessionData) return nothingSaid;
  if (!isJsonObject(message))
    return refused(
      typeof body['text'] === 'string'
        ? unusable(
            'text',
            'text stands at the top, as in the deprecated dialect: here it is message.textMessage.text.',
            '/text',
            facts.textMessage,
          )
        : unusable('message', 'message is missing, or not an object.', '/message'),
    );
  if (message['introMessage'] !== undefined)
    return said({ kind: 'gesture', id: 'start', title: 'Conversation started' });
  if (message['textMessage'] !== undefined) return readText(objectAt(message, 'textMessage'), context);
  if (message['postbackMessage'] !== undefined) return readPostback(objectAt(message, 'postbackMessage'), context);
  if (typeof message['text'] === 'string')
    return refused(
      unusable(
        'text',
        'message.text is the form of messages of the bot: the user’s is message.textMessage.text.',
        '/message/text',
        facts.textMessage,
      ),
    );
  return Object.keys(message).length === 0
    ? refused(
        unusable('message', 'message is empty: it needs textMessage, postbackMessage or introMessage.', '/message'),
      )
    : readUnknown(message);
};

const readText = (textMessage: JsonObject, context: Pick<PlatformContext, 'memory'>): Said => {
  const { text } = textMessage;
  const at = '/message/textMessage/text';
  if (typeof text !== 'string')
    return refused(unusable('text', 'message.textMessage.text has to be a text.', at, facts.textMessage));
  const { utterance, isForgotten } = resolveText(text, context);
  return said(utterance, isForgotten ? [forgotten(`body ${at}`)] : []);
};

const sessionValues = (postback: JsonObject): JsonObject =>
  Object.fromEntries(
    objectsAt(postback, 'sessionDataToSet').map((each) => [textAt(each, 'key'), each['value'] ?? null]),
  );

const readPostback = (postback: JsonObject, context: Pick<PlatformContext, 'memory'>): Said => {
  const title = textAt(postback, 'title');
  const values = sessionValues(postback);
  if (typeof postback['payload'] === 'string') {
    const { utterance, isForgotten } = resolveText(postback['payload'], context, title);
    return said(utterance, isForgotten ? [forgotten('body /message/postbackMessage/payload')] : [], values);
  }
  const state = idOf(postback['nextDialogstateId']) ?? title;
  if (state === '')
    return refused(
      unusable(
        'postback',
        'postbackMessage has neither nextDialogstateId nor a title.',
        '/message/postbackMessage',
        facts.postbackMessage,
      ),
    );
  return said({ kind: 'press', title: title || state, payload: state }, [], values);
};

const readUnknown = (message: JsonObject): Said => ({
  ...nothingSaid,
  contents: [{ kind: 'unknown', label: 'Message of the user', source: writeJson(message) }],
  findings: [
    findingAbout(
      facts.userMedia,
      'warning',
      'chatlayer.body.unknown-message',
      'No public page names a message of this kind (files among them): it is accepted, and the bot is not asked.',
      'body /message',
    ),
  ],
});
