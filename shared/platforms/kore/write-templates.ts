import { plainText, type Action, type Card, type Content, type QuickReply } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { escapeHtml } from '#shared/text/html.ts';

const template = (type: string, fields: JsonObject): JsonObject => ({
  type: 'template',
  payload: { template_type: type, ...fields },
});

/** Kore.ai has no button for a phone number: a link of the scheme tel (RFC 3966) stands in, which is our assumption. */
const buttonJson = ({ title, action }: { readonly title: string; readonly action: Action }): JsonObject => {
  switch (action.kind) {
    case 'postback':
      return { type: 'postback', title, payload: action.payload, value: action.payload };
    case 'url':
      return { type: 'web_url', title, url: action.url };
    case 'phone':
      return { type: 'web_url', title, url: `tel:${action.number}` };
    default:
      return assertNever(action);
  }
};

const cardJson = ({ title, subtitle, imageUrl, url, buttons }: Card): JsonObject => ({
  title,
  ...(subtitle === undefined ? {} : { subtitle }),
  ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
  ...(url === undefined ? {} : { default_action: { type: 'web_url', url } }),
  buttons: buttons.map(buttonJson),
});

const replyJson = ({ title, payload, imageUrl }: QuickReply): JsonObject => ({
  content_type: 'text',
  title,
  payload,
  ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
});

const mediaJson = ({ media, url, title = '' }: Extract<Content, { readonly kind: 'media' }>): JsonObject => {
  switch (media) {
    case 'image':
      return { type: 'image', payload: { url } };
    case 'video':
      return { type: 'message', payload: { text: title, videoUrl: url } };
    case 'audio':
      return { type: 'message', payload: { text: title, audioUrl: url } };
    case 'file':
      return { file: { type: 'link', payload: { url, title, template_type: 'attachment' } } };
    default:
      return assertNever(media);
  }
};

/** A message as it stands in `text` of a V1 answer: plain, or a template as JSON in a string. An event that V1 has no form for becomes a line of text. */
export const writeContent = (content: Content, escapeTemplates: boolean): string => {
  const inString = (json: JsonObject): string =>
    escapeTemplates ? escapeHtml(JSON.stringify(json)) : JSON.stringify(json);
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'unknown':
      return content.source;
    case 'event':
    case 'form':
      return plainText(content);
    case 'buttons':
      return inString(template('button', { text: content.text, buttons: content.buttons.map(buttonJson) }));
    case 'quick-replies':
      return inString(template('quick_replies', { text: content.text, quick_replies: content.replies.map(replyJson) }));
    case 'carousel':
      return inString(template('carousel', { elements: content.cards.map(cardJson) }));
    case 'list':
      return inString(
        template('list', { elements: content.cards.map(cardJson), buttons: content.buttons.map(buttonJson) }),
      );
    case 'table':
      return inString(
        template('table', {
          ...(content.text === undefined ? {} : { text: content.text }),
          columns: content.columns.map((column) => [column]),
          table_design: 'regular',
          elements: content.rows.map((row) => ({ Values: row })),
        }),
      );
    case 'media':
      return inString(mediaJson(content));
    default:
      return assertNever(content);
  }
};
