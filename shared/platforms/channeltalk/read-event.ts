import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { plainText, type Content, type Utterance } from '#shared/exchange/message.ts';
import type { RawRequest, RawResponse } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading, SpokenMessage, Turn } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { chatIdOf, readEnvelope, userIdOf, type Envelope } from './envelope.ts';
import { defectFinding, facts, findingOf } from './facts.ts';
import { judgeEventToken } from './event-token.ts';
import { isEchoOfOurs } from './own-messages.ts';
import { contentsOfMessage } from './read-message.ts';
import { channelTalkSettings, type ChannelTalkSettings } from './settings.ts';
import { objectIn, textIn } from './wire.ts';

export const emptyReply = (status: number): RawResponse => ({
  status,
  reason: '',
  headers: [['Content-Length', '0']],
  body: new Uint8Array(),
});

type Heard = Pick<Reading, 'messages' | 'findings'> & {
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

const note = (name: string, detail: string): SpokenMessage => ({
  author: 'channel',
  content: { kind: 'event', name, detail },
});

const hearMessage = ({ entity }: Envelope, settings: ChannelTalkSettings, context: PlatformContext): Heard => {
  const id = textIn(entity['id']);
  const seen = `app/seen/${id}`;
  const isSecond = id !== '' && context.memory.get(seen) === true;
  context.memory.set(seen, true);
  const contents = contentsOfMessage(
    entity['plainText'] === undefined && typeof entity['message'] === 'string'
      ? { ...entity, plainText: entity['message'] }
      : entity,
    settings.host,
  );
  const author = authorOf(entity);
  const messages = contents.map((content) => ({ author, content }));
  if (isSecond) {
    const what = settings.ignoresDuplicates
      ? 'It is not answered again.'
      : 'It is answered again, as the settings of the channel say.';
    const duplicate = findingOf(
      'warning',
      'event.duplicate',
      facts.duplicates,
      `An event of this message came before. ${what}`,
      'body /entity/id',
    );
    return settings.ignoresDuplicates
      ? silent([], duplicate)
      : { ...answering(author, contents), messages: [], findings: [duplicate] };
  }
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

const hear = (envelope: Envelope, settings: ChannelTalkSettings, context: PlatformContext): Heard => {
  const { kind, word, entity, refers } = envelope;
  switch (kind) {
    case 'message':
      return hearMessage(envelope, settings, context);
    case 'userChat': {
      const isOpened = textIn(entity['state']) === 'opened';
      const opened = note(isOpened ? 'Chat opened' : 'Chat changed', isOpened ? '' : textIn(entity['state']));
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
      return silent([note(word.includes('delete') ? 'User deleted' : 'User changed', textIn(entity['email']))]);
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
      return kind satisfies never;
  }
};

const refuse = (status: number, verdict: Verdict, finding: Finding): Reading => ({
  userId: null,
  messages: [],
  findings: [finding],
  verdict,
  next: { kind: 'reply', reply: emptyReply(status), thenSend: [] },
});

const remember = (envelope: Envelope, userId: string, { memory }: PlatformContext): void => {
  const chatId = chatIdOf(envelope);
  if (chatId === '') return;
  memory.set(`app/user-of/${chatId}`, userId);
  memory.set(`app/chat-of/${userId}`, {
    chatId,
    chatType: envelope.entity['chatType'] === 'group' ? 'group' : 'userChat',
  });
};

const readBody = (body: JsonObject, verdict: Verdict, odd: readonly Finding[], context: PlatformContext): Reading => {
  const settings = channelTalkSettings(context.settings);
  const envelope = readEnvelope(body);
  const userId = userIdOf(envelope, context);
  remember(envelope, userId, context);
  const { messages, findings, utterance, asksBot } = hear(envelope, settings, context);
  const reading = { userId, messages, findings: [...odd, ...envelope.findings, ...findings], verdict };
  if (utterance === null) return { ...reading, next: { kind: 'reply', reply: emptyReply(200), thenSend: [] } };
  const detail = {
    chatId: chatIdOf(envelope),
    chatType: envelope.entity['chatType'] === 'group' ? 'group' : 'userChat',
  };
  const turn: Turn = { userId, utterance, limit: settings.eventLimit, asksBot, detail };
  return {
    ...reading,
    next: settings.answerBy === 'open-api' ? { kind: 'turn', turn, replyNow: emptyReply(200) } : { kind: 'turn', turn },
  };
};

/** App end: an event arrived on the receiver's path. The token is judged first, then the body. */
export const readEvent = (request: RawRequest, context: PlatformContext): Reading => {
  const verdict = judgeEventToken(request, channelTalkSettings(context.settings).token);
  if (verdict.state === 'refused')
    return refuse(
      401,
      verdict,
      findingOf(
        'error',
        'token.refused',
        facts.token,
        `${verdict.because} The app end answers 401. ${verdict.fix ?? ''}`.trim(),
        'query token',
      ),
    );
  const { value, oddities } = readJsonBody(request);
  const odd = oddities.map(({ kind, sentence, at }) =>
    findingOf(kind === 'media-type' ? 'info' : 'warning', `event.body.${kind}`, facts.sentHeaders, sentence, at),
  );
  if (isJsonObject(value)) return readBody(value, verdict, odd, context);
  const refused = refuse(
    400,
    verdict,
    findingOf(
      'error',
      'event.body',
      facts.envelope,
      'The body is no JSON object with event and entity: the app end answers 400.',
      'body',
    ),
  );
  return { ...refused, findings: [...odd, ...refused.findings] };
};
