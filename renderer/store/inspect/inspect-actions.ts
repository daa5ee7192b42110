import type { Harness } from '#shared/contract/harness.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import { faultOf, type Bench } from '../attempt.ts';
import type { InspectorTab, Remembered } from '../remember.ts';
import { changeView, type Opened, type View } from '../store.ts';
import { withPlace, withScrolled, type BodyPlace } from './places.ts';
import { createValueActions } from './value-at.ts';
import { codingsOf, unpack, type Unpacked } from './unpack.ts';

/** The beginning of a body as it was on the wire, and what is packed in it. */
export type ReadBody = {
  readonly bytes: Uint8Array;
  /** Of the whole body. */
  readonly total: number;
  /** Null where it is not packed. */
  readonly unpacked: Unpacked | null;
};

/** So much of a body is read at first. */
export const firstBytes = 1024 * 1024;
/** One answer holds no more. */
const atOnce = 4 * 1024 * 1024;

const partsOn: Readonly<Record<InspectorTab, readonly BodyPart[]>> = {
  trust: [],
  request: ['request'],
  response: ['response'],
  both: ['request', 'response'],
  timing: [],
  raw: [],
};

export const createInspectActions = ({ harness, store }: Bench) => ({
  ...createValueActions(store),
  /** Reads the exchange that is shown, with what its part on screen needs; until then the one before stays. What comes late is dropped. */
  readExchange: async (id: number): Promise<void> => {
    changeView(store, { opening: id });
    const opened = await open(harness, id, store.getState().view.remembered.tab).catch((error: unknown): Opened => ({
      id,
      state: 'failed',
      fault: faultOf(error),
    }));
    changeView(store, (view) => (view.opening === id ? { opened, opening: null } : {}));
  },

  /** A slice of a body as bytes. */
  readBody: (id: number, part: BodyPart, from: number, length: number) => readSlice(harness, id, part, from, length),

  /** The first `length` bytes of a body of an exchange, unpacked where it is packed; the beginning stays with the exchange that is shown. */
  readBodyOf: async (exchange: Exchange, part: BodyPart, length: number): Promise<ReadBody> => {
    const body = await readBodyOf(harness, exchange, part, length);
    changeView(store, ({ opened }) =>
      length === firstBytes && opened?.state === 'read' && opened.exchange === exchange
        ? { opened: { ...opened, bodies: { ...opened.bodies, [part]: body } } }
        : {},
    );
    return body;
  },

  /** Remembers how a body is looked at. */
  changePlace: (key: string, change: Partial<BodyPlace>): void =>
    changeView(store, ({ places }) => ({ places: withPlace(places, key, change) })),

  noteScrolled: (key: string, top: number): void =>
    changeView(store, ({ places }) =>
      (places.scrolled.get(key) ?? 0) === top ? {} : { places: withScrolled(places, key, top) },
    ),

  showHeaders: (where: keyof Remembered['headersShown'], areShown: boolean): void =>
    changeView(store, ({ remembered }) => ({
      remembered: { ...remembered, headersShown: { ...remembered.headersShown, [where]: areShown } },
    })),

  /** Shows the credentials of an exchange as they are; null: of none. */
  unveil: (unveiled: number | null): void => changeView(store, { unveiled }),

  lookAtRaw: (rawLook: View['rawLook']): void => changeView(store, { rawLook }),

  /** What is looked for in the bodies of one side; null: nothing, and the field is put away. */
  findInBody: (part: BodyPart, words: string | null): void =>
    changeView(store, ({ finding }) => ({ finding: { ...finding, [part]: words } })),
});

const open = async (harness: Harness, id: number, tab: InspectorTab): Promise<Opened> => {
  const exchange = await harness.readExchange({ id });
  const parts = partsOn[tab].filter((part) => (exchange[part]?.bodyBytes ?? 0) > 0);
  const bodies = await Promise.all(
    parts.map(async (part) => [part, await readBodyOf(harness, exchange, part, firstBytes)] as const),
  );
  return { id, state: 'read', exchange, bodies: Object.fromEntries(bodies) };
};

const readBodyOf = async (
  harness: Harness,
  { summary, ...heads }: Exchange,
  part: BodyPart,
  length: number,
): Promise<ReadBody> => {
  const encoding = headerValue(heads[part]?.headers ?? [], 'content-encoding');
  const isPacked = codingsOf(encoding).length > 0;
  const slices: Uint8Array[] = [];
  const wanted = isPacked ? Math.max(length, atOnce) : Math.max(1, length);
  let read = 0;
  let total = wanted;
  while (read < Math.min(wanted, total)) {
    const slice = await readSlice(harness, summary.id, part, read, Math.min(atOnce, wanted - read));
    ({ total } = slice);
    if (slice.bytes.length === 0) break;
    slices.push(slice.bytes);
    read += slice.bytes.length;
  }
  const bytes = joined(slices, read);
  return { bytes, total, unpacked: isPacked && encoding !== undefined ? await unpack(bytes, encoding) : null };
};

const readSlice = async (harness: Harness, id: number, part: BodyPart, from: number, length: number) => {
  const { base64, total } = await harness.readBody({ id, part, from, length });
  return { bytes: Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0), total };
};

const joined = (slices: readonly Uint8Array[], length: number): Uint8Array => {
  const [only] = slices;
  if (only && slices.length === 1) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const slice of slices) {
    all.set(slice, at);
    at += slice.length;
  }
  return all;
};
