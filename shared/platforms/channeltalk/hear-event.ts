import type { Finding } from '#shared/exchange/finding.ts';
import { plainText, type Content, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading, SpokenMessage } from '#shared/platforms/dispatch.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Envelope } from './envelope.ts';
import { channelEvent } from './event.ts';
import { defectFinding, facts, findingOf } from './facts.ts';
import { isEchoOfOurs } from './own-messages.ts';
import { contentsOfMessage } from './read-message.ts';
import type { ChannelTalkSettings } from './settings.ts';
import { listIn, objectIn, textIn } from './wire.ts';

/** What the app end makes of an event. */
export type Heard = Pick<Reading, 'messages' | 'findings'> & {
  /** What is answered; null: nothing. */
  readonly utterance: Utterance | null;
  readonly asksBot: boolean;
};

const authorOf = (entity: JsonObject): SpokenMessage['author'] => {
  switch (textIn(entity['personType'])) {
    case 'user':
      return 'user';
    case 'bot':
      return 'bot';
    case 'manager':
      return 'agent';
    default:
      return 'channel';
  }
};

const utteranceOf = (contents: readonly Content[]): Utterance | null => {
  const text = contents
    .filter((each) => each.kind !== 'media')
    .map(plainText)
    .join('\n');
  const file = contents.find((each) => each.kind === 'media');
  return text !== '' ? { kind: 'text', text } : (file ?? null);
};

const silent = (messages: readonly SpokenMessage[], ...findings: readonly Finding[]): Heard => ({
  messages,
  findings,
  utterance: null,
  asksBot: false,
});

/** Ids of messages that are remembered, so that a second event of one is told. */
const mostSeen = 1000;

const wasSeen = (id: string, { memory }: PlatformContext): boolean => {
  const seen = listIn(memory.get('app/seen'));
  if (id === '' || seen.includes(id)) return id !== '';
  memory.set('app/seen', [...seen, id].slice(-mostSeen));
  return false;
};

const hearMessage = ({ entity }: Envelope, settings: ChannelTalkSettings, context: PlatformContext): Heard => {
  const isSecond = wasSeen(textIn(entity['id']), context);
  // Older events have the words in message.
  const plain = entity['plainText'] === undefined ? { plainText: textIn(entity['message']) } : {};
  const contents = contentsOfMessage({ ...entity, ...plain }, settings.host);
  const author = authorOf(entity);
  const messages = contents.map((content) => ({ author, content }));
  if (isSecond) return hearAgain(author, contents, settings.ignoresDuplicates);
  if (author === 'bot') return hearBot(entity, messages, contents, context);
  if (entity['log'] !== undefined)
    return silent(
      messages,
      findingOf(
        'info',
        'event.log',
        facts.logMessage,
        'A note of the system, written by nobody: it is not answered.',
        'body /entity/log',
      ),
    );
  return { ...answering(author, contents), messages, findings: [] };
};

const hearAgain = (author: SpokenMessage['author'], contents: readonly Content[], isIgnored: boolean): Heard => {
  const what = isIgnored ? 'It is not answered again.' : 'It is answered again, as the settings of the channel say.';
  const duplicate = findingOf(
    'warning',
    'event.duplicate',
    facts.duplicates,
    `An event of this message came before. ${what}`,
    'body /entity/id',
  );
  return isIgnored ? silent([], duplicate) : { ...answering(author, contents), messages: [], findings: [duplicate] };
};

const answering = (
  author: SpokenMessage['author'],
  contents: readonly Content[],
): Pick<Heard, 'utterance' | 'asksBot'> => ({
  utterance: utteranceOf(contents),
  asksBot: author === 'user',
});

const hearBot = (
  entity: JsonObject,
  messages: readonly SpokenMessage[],
  contents: readonly Content[],
  context: PlatformContext,
): Heard => {
  const told = isEchoOfOurs(entity, context) ? [] : messages;
  if (context.defects.has('app.no-loop-guard'))
    return {
      utterance: utteranceOf(contents),
      asksBot: true,
      messages: told,
      findings: [
        defectFinding(
          'app.no-loop-guard',
          facts.everyAuthor,
          'The defect answers this message of a bot, as an app without a guard does.',
          'body /entity/personType',
        ),
      ],
    };
  const guard = findingOf(
    'info',
    'loop.guard',
    facts.everyAuthor,
    'personType is bot: this is a bot’s own message coming back. It is not answered, for the bot would answer itself.',
    'body /entity/personType',
  );
  return silent(told, guard);
};

/** Understands an event: who said what, and whether it is answered. */
export const hearEvent = (envelope: Envelope, settings: ChannelTalkSettings, context: PlatformContext): Heard => {
  const { kind, word, entity, refers } = envelope;
  switch (kind) {
    case 'message':
      return hearMessage(envelope, settings, context);
    case 'userChat': {
      const isOpened = textIn(entity['state']) === 'opened';
      const opened = channelEvent(isOpened ? 'Chat opened' : 'Chat changed', isOpened ? '' : textIn(entity['state']));
      // The first message comes in an event of its own: the bot answers that one.
      const isAlone = isOpened && objectIn(refers['message'])['id'] === undefined;
      return {
        messages: [opened],
        findings: [],
        utterance: isOpened ? { kind: 'gesture', id: 'start', title: 'Chat opened' } : null,
        asksBot: isAlone,
      };
    }
    case 'user':
      return silent([channelEvent(word.includes('delete') ? 'User deleted' : 'User changed', textIn(entity['email']))]);
    case 'unknown':
      return silent(
        [],
        findingOf(
          'warning',
          'event.unknown',
          facts.envelope,
          'This is no event of a message, a user chat or a user: look at its type and entity.',
          'body /type',
        ),
      );
    default:
      return assertNever(kind);
  }
};
