import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { facts, findingOf, type Fact } from './facts.ts';

/** A V1 request as our app end writes it. Key order is that of the vendor's page. */
export type V1Request = {
  readonly session: { readonly new: boolean };
  readonly message: { readonly text: string };
  readonly from: {
    readonly id: string;
    readonly userInfo?: { readonly firstName: string; readonly lastName: string; readonly email: string };
  };
  readonly to: { readonly id: string };
  readonly customData?: unknown;
};

/** What the platform end reads out of a V1 request. `error` findings are reasons to refuse it, the others are not. */
export type V1Reading = {
  readonly userId: string | null;
  readonly text: string | null;
  readonly attachments: readonly Content[];
  readonly findings: readonly Finding[];
};

const objectAt = (object: JsonObject, name: string): JsonObject => (isJsonObject(object[name]) ? object[name] : {});

const refused = (rule: string, fact: Fact, summary: string, at: string): Finding =>
  findingOf('error', rule, fact, `${summary} The platform end answers 400.`, `body ${at}`);

/** Reads a V1 body that is JSON. Unknown keys are tolerated, as clients send them and are answered. */
export const readV1Request = (body: Json, botId: string): V1Reading => {
  if (!isJsonObject(body))
    return {
      userId: null,
      text: null,
      attachments: [],
      findings: [refused('body.object', facts.invalidPayload, 'The body is JSON, but not an object.', '/')],
    };
  const user = readUser(body);
  const text = readText(body);
  const attachments = readAttachments(objectAt(body, 'message')['attachments']);
  const findings = [
    ...user.findings,
    ...text.findings,
    ...attachments.findings,
    ...recipientFindings(body, botId),
    ...sessionFindings(body),
  ];
  return { userId: user.userId, text: text.text, attachments: attachments.contents, findings };
};

const readUser = (body: JsonObject): Pick<V1Reading, 'userId' | 'findings'> => {
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

const readText = (body: JsonObject): Pick<V1Reading, 'text' | 'findings'> => {
  const { text, val } = objectAt(body, 'message');
  if (typeof text === 'string') {
    const blank = findingOf(
      'warning',
      'body.text.blank',
      facts.messageText,
      'message.text is blank: what the bot makes of it is not known.',
      'body /message/text',
    );
    return { text, findings: text.trim() === '' ? [blank] : [] };
  }
  if (text !== undefined)
    return {
      text: null,
      findings: [refused('body.text.type', facts.messageText, 'message.text has to be a text.', '/message/text')],
    };
  if (val !== undefined)
    return {
      text: null,
      findings: [
        refused(
          'body.version',
          facts.twoVersions,
          'message.val is the V2 form, but this address is that of V1, which wants message.text.',
          '/message/val',
        ),
      ],
    };
  if (body['payload'] !== undefined)
    return {
      text: null,
      findings: [
        refused(
          'body.payload',
          facts.messageText,
          'Everything is inside a payload object; V1 wants message.text at the top.',
          '/payload',
        ),
      ],
    };
  return {
    text: null,
    findings: [refused('body.text', facts.messageText, 'message.text is missing.', '/message/text')],
  };
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
  const { new: isNew } = objectAt(body, 'session');
  return isNew === undefined || typeof isNew === 'boolean'
    ? []
    : [
        findingOf(
          'warning',
          'body.session',
          facts.sessionNew,
          'session.new has to be true or false, without quotes.',
          'body /session/new',
        ),
      ];
};

/** Plain links in older docs, objects in newer ones: both are taken. */
const readAttachments = (
  value: Json | undefined,
): { readonly contents: readonly Content[]; readonly findings: readonly Finding[] } => {
  if (value === undefined || value === null) return { contents: [], findings: [] };
  if (!Array.isArray(value))
    return {
      contents: [],
      findings: [
        findingOf(
          'warning',
          'body.attachments',
          facts.attachments,
          'message.attachments has to be an array; it was left out.',
          'body /message/attachments',
        ),
      ],
    };
  return { contents: value.flatMap(readAttachment), findings: [] };
};

const readAttachment = (attachment: Json): readonly Content[] => {
  if (typeof attachment === 'string') return [{ kind: 'media', media: 'file', url: attachment }];
  if (!isJsonObject(attachment)) return [];
  const { url, fileId, fileType, fileName } = attachment;
  const title = typeof fileName === 'string' ? { title: fileName } : {};
  const media = fileType === 'image' || fileType === 'video' || fileType === 'audio' ? fileType : 'file';
  if (typeof url === 'string') return [{ kind: 'media', media, url, ...title }];
  return typeof fileId === 'string' ? [{ kind: 'unknown', label: 'Uploaded file', source: title.title ?? fileId }] : [];
};
