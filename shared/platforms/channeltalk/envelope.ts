import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';
import { scopes } from './scopes.ts';
import { objectIn, textIn } from './wire.ts';

/** An event as the app end understands it, whatever its version and spelling. */
export type Envelope = {
  readonly kind: 'message' | 'userChat' | 'user' | 'unknown';
  readonly word: string;
  readonly entity: JsonObject;
  readonly refers: JsonObject;
  readonly findings: readonly Finding[];
};

const kinds = { message: 'message', userchat: 'userChat', user: 'user' } as const;
const isKind = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

/** What the entity is, told by its fields, where no type says so. */
const kindOfEntity = (entity: JsonObject): Envelope['kind'] => {
  if (entity['chatType'] !== undefined || entity['personType'] !== undefined) return 'message';
  if (entity['userId'] !== undefined && entity['state'] !== undefined) return 'userChat';
  return entity['memberId'] !== undefined || entity['veilId'] !== undefined || entity['profile'] !== undefined
    ? 'user'
    : 'unknown';
};

const kindOfScope = (scope: string): Envelope['kind'] =>
  scope.startsWith('message.') ? 'message' : scope.startsWith('userChat.') ? 'userChat' : 'user';

const spelling = (type: string): readonly Finding[] => {
  if (type === '')
    return [
      findingOf(
        'info',
        'event.type-absent',
        facts.typeCase,
        'The event has no type: it is read by what its entity looks like.',
        'body /type',
      ),
    ];
  return type === 'message' || type === 'userChat' || type === 'user'
    ? []
    : [
        findingOf(
          'info',
          'event.type-case',
          facts.typeCase,
          `type is spelt ${type.slice(0, 40)}: samples have message, userChat and user. Compare it without case.`,
          'body /type',
        ),
      ];
};

/** Reads an event of v5 or v4: type in any case or none at all, event as a word or as the name of a scope. */
export const readEnvelope = (body: JsonObject): Envelope => {
  const word = textIn(body['event']);
  const type = textIn(body['type']);
  const entity = objectIn(body['entity']);
  const isScope = (scopes as readonly string[]).includes(word);
  const lower = type.toLowerCase();
  const kind = isKind(lower)
    ? kinds[lower]
    : type !== ''
      ? 'unknown'
      : isScope
        ? kindOfScope(word)
        : kindOfEntity(entity);
  const named = isScope
    ? [
        findingOf(
          'info',
          'event.scope-name',
          facts.eventNames,
          `event is the name of a scope, ${word}, where the docs have push and upsert.`,
          'body /event',
        ),
      ]
    : [];
  return { kind, word, entity, refers: objectIn(body['refers']), findings: [...spelling(type), ...named] };
};

/** The chat that an event belongs to: its own id for an opened chat. */
export const chatIdOf = ({ kind, entity, refers }: Envelope): string => {
  if (kind === 'user') return '';
  if (kind === 'userChat') return textIn(entity['id']);
  return textIn(entity['chatId']) || textIn(objectIn(refers['userChat'])['id']);
};

/** Whose conversation it is. The user of a message stands in several places, none of them always there; older events say veil. */
export const userIdOf = (envelope: Envelope, { memory, plays }: Pick<PlatformContext, 'memory' | 'plays'>): string => {
  const { kind, entity, refers } = envelope;
  if (kind === 'user') return textIn(entity['id']);
  const chatId = chatIdOf(envelope);
  // With both ends ours, a team chat is shown where somebody wrote in it.
  if (entity['chatType'] === 'group')
    return (plays.platform ? textIn(memory.get(`platform/team-of/${chatId}`)) : '') || `group-${chatId}`;
  return (
    textIn(objectIn(refers['user'])['id']) ||
    textIn(objectIn(refers['veil'])['id']) ||
    textIn(objectIn(refers['userChat'])['userId']) ||
    textIn(entity['userId']) ||
    (entity['personType'] === 'user' ? textIn(entity['personId']) : '') ||
    textIn(memory.get(`app/user-of/${chatId}`)) ||
    `chat-${chatId}`
  );
};
