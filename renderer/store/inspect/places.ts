import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { Look } from '../body-shape.ts';
import type { TreeView } from '../json-rows.ts';

/** How one body is being looked at: it is so again when a person comes back to its exchange. */
export type BodyPlace = {
  /** Null: as the body itself suggests. */
  readonly look: Look | null;
  /** Null: as a tree of its size begins. */
  readonly tree: TreeView | null;
  /** The row that the keyboard is on. */
  readonly at: string | null;
};
export const firstPlace: BodyPlace = { look: null, tree: null, at: null };

/** The places of the bodies looked at lately, the last one last, and how far each part was scrolled. */
export type Places = {
  readonly bodies: ReadonlyMap<string, BodyPlace>;
  readonly scrolled: ReadonlyMap<string, number>;
};
export const noPlaces: Places = { bodies: new Map(), scrolled: new Map() };

/** So many are remembered: nobody looks around among more. */
const most = 60;

const withLast = <Value>(all: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> => {
  const kept = [...all].filter(([each]) => each !== key).slice(1 - most);
  return new Map([...kept, [key, value]]);
};

export const bodyKey = (id: number, part: BodyPart): string => `${String(id)} ${part}`;

export const withPlace = (places: Places, key: string, change: Partial<BodyPlace>): Places => ({
  ...places,
  bodies: withLast(places.bodies, key, { ...(places.bodies.get(key) ?? firstPlace), ...change }),
});

export const withScrolled = (places: Places, key: string, top: number): Places => ({
  ...places,
  scrolled: withLast(places.scrolled, key, top),
});
