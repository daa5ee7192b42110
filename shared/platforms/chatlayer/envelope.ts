import type { Finding } from '#shared/exchange/finding.ts';
import { findingAbout } from '#shared/platforms/fact.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { facts } from './facts.ts';
import type { ChatlayerSettings } from './settings.ts';
import { idOf, objectAt } from './wire.ts';

/** What goes around a message of the bot. */
export type EnvelopeParts = {
  readonly userId: string;
  readonly message: JsonObject;
  /** Null: left out, which is a defect. */
  readonly counter: number | null;
  /** Null: left out. */
  readonly verifyToken: string | null;
  readonly nlp: JsonObject | null;
};

/** The body of a message of the bot. The order of the keys is that of the vendor's pages. */
export const writeEnvelope = (kind: ChatlayerSettings['envelope'], parts: EnvelopeParts): JsonObject => {
  const { userId, message } = parts;
  const verifyToken = parts.verifyToken === null ? {} : { verifyToken: parts.verifyToken };
  const messageCounter = parts.counter === null ? {} : { messageCounter: parts.counter };
  const nlp = parts.nlp === null ? {} : { nlp: parts.nlp };
  switch (kind) {
    case 'E1':
      return { senderId: userId, message, ...messageCounter, ...verifyToken, ...nlp };
    case 'E2':
      return { recipient: { id: userId }, ...verifyToken, message, ...nlp };
    case 'merged':
      return { senderId: userId, recipient: { id: userId }, message, ...messageCounter, ...verifyToken, ...nlp };
    default:
      return assertNever(kind);
  }
};

/** Who a message of the bot is for, by whichever envelope it came in. */
export type EnvelopeReading = {
  readonly userId: string | null;
  readonly message: Json | undefined;
  readonly counter: number | null;
  readonly findings: readonly Finding[];
};

const noUser = (body: JsonObject): Finding =>
  findingAbout(
    facts.e1,
    'error',
    'chatlayer.callback.user',
    typeof body['event'] === 'string'
      ? 'This is an event of the offloading webhook, which is another protocol: give it the address of a channel of that dialect.'
      : objectAt(body, 'sender')['id'] === undefined
        ? 'There is neither senderId nor recipient.id: nobody knows whose conversation this is.'
        : 'There is sender.id, which is the form of messages of the user: messages of the bot have senderId.',
    'body /senderId',
  );

const onlyRecipient = findingAbout(
  facts.e2,
  'warning',
  'chatlayer.callback.recipient',
  'The user stands in recipient.id and there is no senderId: clients that read senderId hear nothing of this message.',
  'body /recipient/id',
);

const noCounter = findingAbout(
  facts.counter,
  'warning',
  'chatlayer.callback.counter-missing',
  'There is no messageCounter, so nobody can tell whether a message is missing or came twice.',
  'body /messageCounter',
);

/** Reads senderId (E1) or recipient.id (E2); the first where both are there. */
export const readEnvelope = (body: JsonObject): EnvelopeReading => {
  const senderId = idOf(body['senderId']);
  const recipientId = idOf(objectAt(body, 'recipient')['id']);
  const counter = typeof body['messageCounter'] === 'number' ? body['messageCounter'] : null;
  return {
    userId: senderId ?? recipientId,
    message: body['message'],
    counter,
    findings: [
      ...(senderId === null ? [recipientId === null ? noUser(body) : onlyRecipient] : []),
      ...(counter === null && senderId !== null ? [noCounter] : []),
    ],
  };
};
