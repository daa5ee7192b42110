import type { Finding } from '#shared/exchange/finding.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import type { Version } from './addresses.ts';
import { facts, findingOf } from './facts.ts';
import { nothingSaid, objectAt, refused, type MessageReading } from './message-reading.ts';
import { readMessageV1 } from './read-message-v1.ts';
import { readMessageV2 } from './read-message-v2.ts';

/** What the platform end reads out of a request. */
export type UserMessage = MessageReading & { readonly userId: string | null; readonly asksForNew: boolean };

/** Reads a body that is JSON, as the version of the address wants it. Unknown keys are tolerated, as clients send them and are answered. */
export const readUserMessage = (body: Json, version: Version, botId: string): UserMessage => {
  if (!isJsonObject(body))
    return {
      ...nothingSaid(refused('body.object', facts.invalidPayload, 'The body is JSON, but not an object.', '/')),
      userId: null,
      asksForNew: false,
    };
  const user = readUser(body);
  const message = version === 'v1' ? readMessageV1(body) : readMessageV2(body);
  const findings = [
    ...user.findings,
    ...message.findings,
    ...recipientFindings(body, botId),
    ...sessionFindings(body),
    ...(version === 'v2' ? languageFindings(body) : []),
  ];
  return { ...message, userId: user.userId, asksForNew: objectAt(body, 'session')['new'] === true, findings };
};

const readUser = (body: JsonObject): { readonly userId: string | null; readonly findings: readonly Finding[] } => {
  const { id } = objectAt(body, 'from');
  if (typeof id === 'string' && id.trim() !== '') return { userId: wellFormed(id), findings: [] };
  if (typeof id === 'number')
    return {
      userId: String(id),
      findings: [
        findingOf(
          'warning',
          'body.from.number',
          facts.fromIdNumber,
          'from.id is a number; write it as a text to be safe.',
          'body /from/id',
        ),
      ],
    };
  const summary =
    id === undefined ? 'from.id is missing: it says who the user is.' : 'from.id has to be a text that is not empty.';
  return { userId: null, findings: [refused('body.from', facts.fromId, summary, '/from/id')] };
};

const recipientFindings = (body: JsonObject, botId: string): readonly Finding[] => {
  const { id } = objectAt(body, 'to');
  if (id === botId) return [];
  return id === undefined
    ? [
        findingOf(
          'warning',
          'body.to',
          facts.to,
          'to.id is missing. Older docs demand it, the platform answers without it.',
          'body /to/id',
        ),
      ]
    : [
        findingOf(
          'info',
          'body.to.other',
          facts.to,
          'to.id is not the bot id. The address decides, so this changes nothing.',
          'body /to/id',
        ),
      ];
};

const sessionFindings = (body: JsonObject): readonly Finding[] => {
  const { new: isNew, id } = objectAt(body, 'session');
  const odd = findingOf(
    'warning',
    'body.session',
    facts.sessionNew,
    'session.new has to be true or false, without quotes.',
    'body /session/new',
  );
  const inVain = findingOf(
    'info',
    'body.session.id',
    facts.sessionId,
    'session.id has no effect: the session is found by from.id.',
    'body /session/id',
  );
  return [...(isNew === undefined || typeof isNew === 'boolean' ? [] : [odd]), ...(id === undefined ? [] : [inVain])];
};

/** The table of the docs spells it with a capital, their samples without: both are taken. */
const languageFindings = (body: JsonObject): readonly Finding[] => {
  const name = ['interactiveLanguage', 'InteractiveLanguage'].find((each) => body[each] !== undefined);
  if (name === undefined || typeof body[name] === 'string') return [];
  return [findingOf('warning', 'body.language', facts.language, `${name} has to be a text.`, `body /${name}`)];
};
