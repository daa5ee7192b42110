import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Route } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** What stood in the place of each name in braces, percent-decoded. */
export type PathValues = Readonly<Record<string, string>>;

/** A segment of a template: a fixed word, or a name in braces with the fixed beginning before it. */
type Segment =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'name'; readonly before: string; readonly name: string; readonly isFree: boolean };

const segmentOf = (segment: string): Segment => {
  const start = segment.indexOf('{');
  if (start < 0 || !segment.endsWith('}')) return { kind: 'word', word: segment };
  const isFree = segment[start + 1] === '*';
  return { kind: 'name', before: segment.slice(0, start), name: segment.slice(start + (isFree ? 2 : 1), -1), isFree };
};

/** Broken percent-encoding is left as it came: such a path names nothing of ours, and must not throw. */
const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/**
 * The values in a path that a template describes, or null: `/chatbot/hooks/{botId}` names a setting of the channel, `/poll/{*pollId}`
 * is free, and `/id{botId}` has a fixed beginning. No value may be empty; a slash at the end makes another path.
 */
export const matchPath = (template: string, path: string): PathValues | null => {
  // Nearly every path that is not of this route differs before the first name: that is told without taking it apart.
  const firstName = template.indexOf('{');
  if (!path.startsWith(firstName < 0 ? template : template.slice(0, firstName))) return null;
  const wanted = template.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return null;
  const values: [string, string][] = [];
  for (const [index, each] of wanted.entries()) {
    const segment = segmentOf(each);
    const actual = found[index] ?? '';
    if (segment.kind === 'word') {
      if (segment.word !== actual) return null;
    } else {
      if (!actual.startsWith(segment.before) || actual.length === segment.before.length) return null;
      values.push([segment.name, decodeSegment(actual.slice(segment.before.length))]);
    }
  }
  return Object.fromEntries(values);
};

/** The values in the target of a request that takes this route, or null. The method counts, with its case (RFC 9110 §9.1); the query does not. */
export const matchRoute = (route: Route, request: Pick<RawRequest, 'method' | 'target'>): PathValues | null =>
  takesMethod(route, request.method) ? matchPath(route.path, pathOf(request.target)) : null;

export const takesMethod = (route: Route, method: string): boolean => route.method === '*' || route.method === method;

/** True when every name of the template that is not free is a setting of the channel and has the channel's value: the path names this channel. */
export const namesChannel = (template: string, values: PathValues, settings: JsonObject): boolean =>
  template.split('/').every((each) => {
    const segment = segmentOf(each);
    return segment.kind === 'word' || segment.isFree || settings[segment.name] === values[segment.name];
  });

/** The path that a template makes with these values, each percent-encoded. A name without a value becomes an empty segment. */
export const fillPath = (template: string, values: JsonObject): string =>
  template
    .split('/')
    .map((each) => {
      const segment = segmentOf(each);
      if (segment.kind === 'word') return segment.word;
      const value = values[segment.name];
      return segment.before + encodeURIComponent(wellFormed(typeof value === 'string' ? value : ''));
    })
    .join('/');
