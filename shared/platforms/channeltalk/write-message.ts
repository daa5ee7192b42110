import type { Button, Card, Content, QuickReply } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { escapeMarkup, writeLink, writeMarkup } from './markup.ts';
import type { ChannelTalkSettings } from './settings.ts';

/** What a message of Channel Talk has two of at most. */
const mostButtons = 2;

type Draft = { readonly blocks: readonly JsonObject[]; readonly links: readonly Button[] };

const textBlock = (value: string): JsonObject => ({ type: 'text', value });
const codeBlock = (value: string): JsonObject => ({ type: 'code', value });
const bullets = (blocks: readonly JsonObject[]): readonly JsonObject[] =>
  blocks.length === 0 ? [] : [{ type: 'bullets', blocks }];

/** What Channel Talk cannot offer to be pressed is offered to be typed. */
const toType = (title: string, payload: string): string =>
  title.trim().toLowerCase() === payload.trim().toLowerCase()
    ? escapeMarkup(title)
    : `${escapeMarkup(title)} (type: ${escapeMarkup(payload)})`;

const lineOfButton = ({ title, action }: Button): string => {
  switch (action.kind) {
    case 'postback':
      return toType(title, action.payload);
    case 'url':
      return writeLink(action.url, escapeMarkup(title));
    case 'phone':
      return `${escapeMarkup(title)}: ${escapeMarkup(action.number)}`;
    default:
      return assertNever(action);
  }
};

const lineOfReply = ({ title, payload }: QuickReply): JsonObject => textBlock(toType(title, payload));

const linesOfCard = ({ title, subtitle, imageUrl, url, buttons }: Card): readonly JsonObject[] => {
  const name = url === undefined ? `<b>${escapeMarkup(title)}</b>` : writeLink(url, `<b>${escapeMarkup(title)}</b>`);
  const inner = [
    ...buttons.map((each) => textBlock(lineOfButton(each))),
    ...(imageUrl === undefined ? [] : [textBlock(writeLink(imageUrl, 'Picture'))]),
  ];
  return [textBlock(subtitle === undefined ? name : `${name}: ${escapeMarkup(subtitle)}`), ...bullets(inner)];
};

const linesOfTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const all = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => (row[index] ?? '').length)));
  return all
    .map((row) =>
      widths
        .map((width, index) => (row[index] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const words = (text: string): readonly JsonObject[] => (text === '' ? [] : [textBlock(escapeMarkup(text))]);

const withoutLinks = (...blocks: readonly JsonObject[]): Draft => ({ blocks, links: [] });

const draftOf = (content: Content): Draft => {
  switch (content.kind) {
    case 'text':
      return content.text === ''
        ? withoutLinks()
        : withoutLinks(textBlock(content.spans ? writeMarkup(content.spans) : escapeMarkup(content.text)));
    case 'buttons': {
      const links = content.buttons.filter((each) => each.action.kind === 'url');
      const others = content.buttons.filter((each) => each.action.kind !== 'url');
      return {
        blocks: [...words(content.text), ...bullets(others.map((each) => textBlock(lineOfButton(each))))],
        links,
      };
    }
    case 'quick-replies':
      return withoutLinks(...words(content.text), ...bullets(content.replies.map(lineOfReply)));
    case 'carousel':
      return withoutLinks(...bullets(content.cards.flatMap(linesOfCard)));
    case 'list':
      return {
        blocks: [
          ...bullets(content.cards.flatMap(linesOfCard)),
          ...bullets(
            content.buttons.filter((each) => each.action.kind !== 'url').map((each) => textBlock(lineOfButton(each))),
          ),
        ],
        links: content.buttons.filter((each) => each.action.kind === 'url'),
      };
    case 'media':
      return withoutLinks(textBlock(writeLink(content.url, escapeMarkup(content.title ?? content.url))));
    case 'table':
      return withoutLinks(...words(content.text ?? ''), codeBlock(linesOfTable(content.columns, content.rows)));
    case 'form':
      return withoutLinks(
        ...words(content.title),
        ...bullets(content.fields.map((each) => textBlock(escapeMarkup(each.label)))),
      );
    case 'unknown':
      return withoutLinks(codeBlock(content.source));
    case 'event':
      return withoutLinks();
    default:
      return assertNever(content);
  }
};

const buttonJson = ({ title, action }: Button, version: ChannelTalkSettings['apiVersion']): JsonObject => {
  const url = action.kind === 'url' ? action.url : '';
  return version === 'v4' ? { title, url } : { title, action: { type: 'web', attributes: { url } } };
};

/**
 * The body of one message that says all of the contents; null where there is nothing to say. What Channel Talk has no form for
 * becomes lines to read; events are left out.
 */
export const writeMessage = (
  contents: readonly Content[],
  version: ChannelTalkSettings['apiVersion'],
): JsonObject | null => {
  const drafts = contents.map(draftOf);
  const links = drafts.flatMap((each) => each.links);
  const overflow = links.slice(mostButtons).map((each) => textBlock(lineOfButton(each)));
  const blocks = [...drafts.flatMap((each) => each.blocks), ...bullets(overflow)];
  const buttons = links.slice(0, mostButtons).map((each) => buttonJson(each, version));
  if (blocks.length === 0 && buttons.length === 0) return null;
  // Buttons alone are no message: there is always a line above them.
  return { blocks: blocks.length === 0 ? [textBlock('…')] : blocks, ...(buttons.length === 0 ? {} : { buttons }) };
};
