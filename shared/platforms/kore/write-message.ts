import { assertNever } from '#shared/text/assert-never.ts';
import { contentOfUtterance, plainText, type Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { onConnect, sessionClosure } from './events.ts';
import { formDataOf, submitId } from './forms.ts';
import { koreSettings, type KoreSettings } from './settings.ts';

export type Said = Parameters<Platform['say']>[0];
type Media = Extract<Utterance, { readonly kind: 'media' }>;

/** The words that go with a file: V2 refuses none at all, so the name of the file stands in. */
const wordsOf = ({ title, url }: Media): string =>
  title?.trim() || (url.split(/[?#]/, 1)[0] ?? '').split('/').at(-1) || 'A file';

const attachment = ({ media, url, title }: Media, { attachmentForm }: KoreSettings): Json =>
  attachmentForm === 'link'
    ? url
    : { url, ...(media === 'file' ? {} : { fileType: media }), ...(title ? { fileName: title } : {}) };

/** What V1 sends for it. The payload of a press goes as plain text: concluded from what clients do, written nowhere. */
const messageV1 = (utterance: Utterance, settings: KoreSettings): JsonObject => {
  switch (utterance.kind) {
    case 'text':
      return { text: utterance.text };
    case 'press':
      return { text: utterance.payload };
    case 'media':
      return { text: wordsOf(utterance), attachments: [attachment(utterance, settings)] };
    case 'form':
    case 'gesture':
      return { text: plainText(contentOfUtterance(utterance)) };
    default:
      return assertNever(utterance);
  }
};

const messageV2 = (utterance: Utterance, settings: KoreSettings, memory: PlatformContext['memory']): JsonObject => {
  switch (utterance.kind) {
    case 'text':
      return { type: 'text', val: utterance.text };
    case 'press':
      return { type: 'text', val: utterance.payload };
    case 'media':
      return { type: 'text', val: wordsOf(utterance), attachments: [attachment(utterance, settings)] };
    case 'form': {
      const buttonId = memory.get(formKey(utterance.formId));
      return { type: 'formData', val: formDataOf(utterance, typeof buttonId === 'string' ? buttonId : submitId) };
    }
    case 'gesture':
      return { type: 'event', val: utterance.id === 'close' ? sessionClosure : onConnect };
    default:
      return assertNever(utterance);
  }
};

/** Where the app end remembers the id of the button of a form that was offered. */
export const formKey = (formId: string): string => `app/form/${formId}`;

const isSessionNew = ({ newSession }: KoreSettings, { isNewSession, utterance }: Said): boolean => {
  if (utterance.kind === 'gesture') return utterance.id === 'start';
  switch (newSession) {
    case 'first':
      return isNewSession;
    case 'always':
      return true;
    case 'never':
      return false;
    default:
      return assertNever(newSession);
  }
};

/** The body of a user's message in the version of the channel. Key order is that of the vendor's page. */
export const messageBody = (said: Said, { settings, memory }: PlatformContext): JsonObject => {
  const known = koreSettings(settings);
  const { firstName, lastName, email, customData, language } = known;
  const isNamed = `${firstName}${lastName}${email}` !== '';
  const isV2 = known.version === 'v2';
  return {
    session: { new: isSessionNew(known, said) },
    message: isV2 ? messageV2(said.utterance, known, memory) : messageV1(said.utterance, known),
    from: { id: said.userId, ...(isNamed ? { userInfo: { firstName, lastName, email } } : {}) },
    to: { id: known.recipientId || known.botId },
    ...(Object.keys(customData).length > 0 ? { customData: customData as JsonObject } : {}),
    ...(isV2 && language !== '' ? { interactiveLanguage: language } : {}),
  };
};
