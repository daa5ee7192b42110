import type { Utterance } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { objectOf, textAt } from './wire.ts';

/** Makes the payload that goes over the wire for what a button of the bot means. */
export type WritePayload = (payload: string, title: string) => string;

type Kind = 'opaque' | 'json';

const memoryKey = (opaque: string): string => `platform/payload/${opaque}`;

const isOpaque = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

/** 160 bits as 40 hexadecimal digits, out of two fresh ids. */
const newOpaque = ({ stamp }: Pick<PlatformContext, 'stamp'>): string =>
  `${stamp.id()}${stamp.id()}`.replaceAll('-', '').slice(0, 40);

/**
 * Since January 2022 a payload is opaque: the platform remembers what it stands for. Before, it was JSON in a string, in which the
 * dialog state stood by its id; a bot script names its answers by their payloads, so that name is the id here.
 */
export const payloadWriter = (kind: Kind, context: Pick<PlatformContext, 'stamp' | 'memory'>): WritePayload => {
  if (kind === 'json')
    return (payload, title) =>
      objectOf(payload) === null
        ? JSON.stringify({ params: [], nextDialogstateId: payload, type: 'button', caption: title })
        : payload;
  return (payload, title) => {
    const opaque = newOpaque(context);
    context.memory.set(memoryKey(opaque), { payload, title });
    return opaque;
  };
};

/** What came back of a payload, and whether it is one of ours that nobody remembers. */
export type Pressed = { readonly utterance: Utterance; readonly isForgotten: boolean };

const pressOf = (title: string, payload: string): Utterance => ({ kind: 'press', title: title || payload, payload });

const dialogState = (object: JsonObject): string => {
  const id = object['nextDialogstateId'];
  return typeof id === 'number' ? String(id) : typeof id === 'string' ? id : '';
};

/** What the user of this platform end meant: a press where the text is a payload that this end gave, else the text itself. */
export const resolveText = (text: string, { memory }: Pick<PlatformContext, 'memory'>, title = ''): Pressed => {
  const remembered = isOpaque(text) ? memory.get(memoryKey(text)) : undefined;
  if (isJsonObject(remembered)) {
    const { payload, title: known } = remembered;
    return {
      utterance: pressOf(title || (typeof known === 'string' ? known : ''), typeof payload === 'string' ? payload : ''),
      isForgotten: false,
    };
  }
  const object = objectOf(text);
  const state = object ? dialogState(object) : '';
  if (object && state !== '') return { utterance: pressOf(title || captionOf(object), state), isForgotten: false };
  return { utterance: title === '' ? { kind: 'text', text } : pressOf(title, text), isForgotten: isOpaque(text) };
};

const captionOf = (object: JsonObject): string =>
  textAt(object, 'caption') || textAt(object, 'title') || textAt(object, 'originalTitle');

/** The parts of a JSON payload that a postbackMessage has names for; null where the payload is none. */
export const postbackOf = (
  payload: string,
): { readonly nextDialogstateId: Json; readonly sessionDataToSet: Json } | null => {
  const object = objectOf(payload);
  if (!object || object['nextDialogstateId'] === undefined) return null;
  return {
    nextDialogstateId: object['nextDialogstateId'],
    // Some recorded payloads say parameters where the docs say params.
    sessionDataToSet: object['params'] ?? object['parameters'] ?? [],
  };
};
