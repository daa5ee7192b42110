import { queryOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { jsonResponse, pathOf, type RawRequest, type RawResponse } from '#shared/exchange/raw-http.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, Reading } from '#shared/platforms/dispatch.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { callbacksOf } from './callback.ts';
import { judgeBearer, judgeQueryAccess } from './credential.ts';
import { facts } from './facts.ts';
import { historyOf, sessionOf, updateSession } from './history.ts';
import { readInternal } from './internal-format.ts';
import { extractPath, historyPath, sessionDataPath, webviewPath } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { idOf, objectAt, objectsAt, textAt } from './wire.ts';

type Served = {
  readonly reply: RawResponse;
  readonly findings: readonly Finding[];
  readonly thenSend: readonly Dispatch[];
};

const served = (value: Json, findings: readonly Finding[] = [], thenSend: readonly Dispatch[] = []): Served => ({
  reply: jsonResponse(200, value),
  findings,
  thenSend,
});

/** Platform end: the endpoints beside the message API — history, session data, web view, extraction of intents. */
export const readDeprecatedSibling = (request: RawRequest, context: PlatformContext): Reading => {
  const path = pathOf(request.target);
  const { accessToken } = chatlayerSettings(context.settings);
  const { value } = readJsonBody(request);
  const isCurrent = matchPath(extractPath, path) !== null;
  const verdict = isCurrent ? judgeBearer(request, accessToken, value) : judgeQueryAccess(request, accessToken);
  if (verdict.state === 'refused')
    return reading(verdict, {
      reply: jsonResponse(401, { message: 'Unauthorized' }),
      findings: [refusal(verdict)],
      thenSend: [],
    });
  return reading(verdict, serve(request, value, context));
};

const reading = (verdict: Verdict, { reply, findings, thenSend }: Served): Reading => ({
  userId: null,
  messages: [],
  findings,
  verdict,
  next: { kind: 'reply', reply, thenSend },
});

const refusal = ({ because, fix }: Verdict): Finding =>
  findingAbout(
    facts.unauthorizedBody,
    'error',
    'chatlayer.credential.refused',
    `${because} The platform end answers 401. ${fix ?? ''}`.trim(),
  );

const serve = (request: RawRequest, value: Json | undefined, context: PlatformContext): Served => {
  const path = pathOf(request.target);
  const history = matchPath(historyPath, path);
  if (history) return served(historyRows(history['senderId'] ?? '', queryOf(request.target), context));
  const session = matchPath(sessionDataPath, path);
  if (session) return served(namespaceOf(session['senderId'] ?? '', session['namespace'] ?? '', context));
  return matchPath(webviewPath, path) === null ? extract(value, context) : webview(value, context);
};

const numberOf = (text: string | null, fallback: number): number =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : fallback;

const historyRows = (userId: string, query: ReturnType<typeof queryOf>, context: PlatformContext): JsonObject => {
  const all = historyOf(userId, context);
  const offset = numberOf(query.get('offset'), 0);
  return { rows: all.slice(offset, offset + numberOf(query.get('limit'), 20)), count: all.length };
};

/** Values whose key begins with the namespace and a dot, or the object of that name. */
const namespaceOf = (userId: string, namespace: string, context: PlatformContext): JsonObject => {
  const session = sessionOf(userId, context);
  const under = Object.entries(session).flatMap(([key, value]) =>
    key.startsWith(`${namespace}.`) ? [[key.slice(namespace.length + 1), value] as const] : [],
  );
  return { ...objectAt(session, namespace), ...Object.fromEntries(under) };
};

const unusableWebview = (summary: string, at: string): Served => ({
  reply: jsonResponse(400, { message: 'Bad Request' }),
  findings: [
    findingAbout(facts.d0Webview, 'error', 'chatlayer.webview.body', `${summary} The platform end answers 400.`, at),
  ],
  thenSend: [],
});

/** A page of the customer tells the bot to say something: at least one message, or an action. */
const webview = (value: Json | undefined, context: PlatformContext): Served => {
  if (!isJsonObject(value)) return unusableWebview('The body is not a JSON object.', 'body');
  const userId = idOf(value['senderId']);
  if (userId === null) return unusableWebview('senderId is missing.', 'body /senderId');
  const messages = objectsAt(value, 'messages');
  const nextState = objectAt(value, 'action')['nextDialogstate'];
  if (messages.length === 0 && nextState === undefined)
    return unusableWebview('There is neither a message nor action.nextDialogstate.', 'body /messages');
  const session = objectAt(value, 'session');
  const namespace = textAt(session, 'namespace');
  if (namespace !== '') updateSession(userId, { [namespace]: session['data'] ?? {} }, context);
  const contents = messages.flatMap(readInternal);
  const notFollowed =
    nextState === undefined
      ? []
      : [
          findingAbout(
            facts.d0Webview,
            'info',
            'chatlayer.webview.action',
            'action.nextDialogstate is taken, but a bot script has no dialog states: nothing follows.',
            'body /action',
          ),
        ];
  return served({}, notFollowed, callbacksOf(contents, userId, false, context));
};

/** A bot script understands nothing of language: the intent is the one of the settings. */
const extract = (value: Json | undefined, { settings }: PlatformContext): Served => {
  const { nlpIntent } = chatlayerSettings(settings);
  if (!isJsonObject(value) || typeof value['expression'] !== 'string')
    return {
      reply: jsonResponse(400, { message: 'Bad Request' }),
      findings: [
        findingAbout(
          facts.extract,
          'error',
          'chatlayer.extract.body',
          'expression is missing, or not a text. The platform end answers 400.',
          'body /expression',
        ),
      ],
      thenSend: [],
    };
  const intents = nlpIntent === '' ? [] : [{ intent: nlpIntent, score: 0.97 }];
  return served({ extract: { intents, entities: [] } });
};
