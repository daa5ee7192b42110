import type { Finding } from '#shared/exchange/finding.ts';
import type { Action, Button, Card, Content } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { facts, findingOf } from './facts.ts';

const modulePrefix = 'module:';

/** The interaction that a press leads to, where its payload is that of a module button. */
export const moduleOfPayload = (payload: string): string | null =>
  payload.startsWith(modulePrefix) ? payload.slice(modulePrefix.length) : null;

/** What cards say, and what of them is odd. `at` is where they are: `response body /cards`. */
export type CardReading = { readonly contents: readonly Content[]; readonly findings: readonly Finding[] };

const textAt = (object: JsonObject, name: string): string => {
  const value = object[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

const actionOf = (type: string, value: string): Action => {
  if (type === 'module') return { kind: 'postback', payload: modulePrefix + value };
  return value.startsWith('tel:') ? { kind: 'phone', number: value.slice(4) } : { kind: 'url', url: value };
};

const listAt = (object: JsonObject, name: string): readonly Json[] => {
  const value = object[name];
  return Array.isArray(value) ? value : [];
};

const readButtons = (
  card: JsonObject,
  at: string,
): { readonly buttons: readonly Button[]; readonly findings: readonly Finding[] } => {
  const read = listAt(card, 'buttons').map((each, index) => {
    const place = `${at}/buttons/${index}`;
    if (!isJsonObject(each)) return { buttons: [], findings: [oddButton('The button is not an object', place)] };
    const type = textAt(each, 'type');
    const value = textAt(each, 'value');
    const title = textAt(each, 'name') || value;
    if (type !== 'url' && type !== 'module')
      return {
        buttons: [],
        findings: [oddButton(`The button is of type "${type.slice(0, 40)}", not url or module`, place)],
      };
    const findings = value === '' ? [oddButton('The button has no value, so it leads nowhere', place)] : [];
    return { buttons: [{ title, action: actionOf(type, value) }], findings };
  });
  return { buttons: read.flatMap(({ buttons }) => buttons), findings: read.flatMap(({ findings }) => findings) };
};

const oddButton = (sentence: string, at: string): Finding =>
  findingOf('warning', 'card.button', facts.cards, `${sentence}.`, at);

const valueless = (type: string, at: string): Finding =>
  findingOf('error', 'card.value', facts.cards, `The ${type} card has no value, so there is nothing to show.`, at);

/** A field of a card, left out where it is empty. */
const optional = (key: 'subtitle' | 'imageUrl' | 'url', value: string): Partial<Card> =>
  value === '' ? {} : { [key]: value };

const readGalleryCard = (each: Json, at: string): { readonly card: Card; readonly findings: readonly Finding[] } => {
  const item = isJsonObject(each) ? each : {};
  const { buttons, findings } = readButtons(item, at);
  return {
    card: {
      title: textAt(item, 'heading'),
      ...optional('subtitle', textAt(item, 'subtitle')),
      ...optional('imageUrl', textAt(item, 'image')),
      ...optional('url', textAt(item, 'url')),
      buttons,
    },
    findings,
  };
};

const readCard = (card: Json, at: string): CardReading => {
  if (!isJsonObject(card))
    return {
      contents: [{ kind: 'unknown', label: 'Card', source: writeJson(card) }],
      findings: [findingOf('error', 'card.object', facts.cards, 'The card is not an object.', at)],
    };
  const type = textAt(card, 'type');
  const value = textAt(card, 'value');
  const { buttons, findings } = readButtons(card, at);
  if (type === 'text') {
    const missing = value === '' ? [valueless('text', at)] : [];
    const content: Content =
      buttons.length === 0 ? { kind: 'text', text: value } : { kind: 'buttons', text: value, buttons };
    return { contents: value === '' && buttons.length === 0 ? [] : [content], findings: [...missing, ...findings] };
  }
  if (type === 'image')
    return value === ''
      ? { contents: [], findings: [valueless('image', at)] }
      : {
          contents: [
            { kind: 'media', media: 'image', url: value },
            ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, text: '', buttons }]),
          ],
          findings,
        };
  if (type === 'gallery') {
    const read = listAt(card, 'gallery').map((each, index) => readGalleryCard(each, `${at}/gallery/${index}`));
    return {
      contents: read.length === 0 ? [] : [{ kind: 'carousel', cards: read.map((each) => each.card) }],
      findings: [
        ...(value === '' ? [valueless('gallery', at)] : []),
        ...(read.length === 0
          ? [findingOf('error', 'card.gallery', facts.cards, 'The gallery card holds no gallery.', at)]
          : []),
        ...read.flatMap((each) => each.findings),
      ],
    };
  }
  return {
    contents: [
      {
        kind: 'unknown',
        label: type === '' ? 'Card without a type' : `Card of type ${type.slice(0, 40)}`,
        source: writeJson(card),
      },
    ],
    findings: [
      findingOf(
        'info',
        'card.type',
        facts.otherCards,
        `The card is of type "${type.slice(0, 40)}". Documented are text, image and gallery: it is shown as the JSON that came.`,
        `${at}/type`,
      ),
    ],
  };
};

/** Reads `cards` of an answer: each type that is documented, and any other as labelled JSON. */
export const readCards = (cards: Json | undefined, at: string): CardReading => {
  if (cards === undefined || cards === null) return { contents: [], findings: [] };
  if (!Array.isArray(cards))
    return { contents: [], findings: [findingOf('error', 'cards', facts.cards, 'cards is not a list.', at)] };
  const read = cards.map((each: Json, index) => readCard(each, `${at}/${index}`));
  return { contents: read.flatMap(({ contents }) => contents), findings: read.flatMap(({ findings }) => findings) };
};
