import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Route } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** What stood in the place of each name in braces, percent-decoded. */
export type PathValues = Readonly<Record<string, string>>;

/** The name in braces that a segment of a template is, or null when it is a fixed word. */
const nameOf = (segment: string): string | null =>
  segment.startsWith('{') && segment.endsWith('}') ? segment.slice(1, -1) : null;

/** Broken percent-encoding is left as it came: such a path names nothing of ours, and must not throw. */
const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** The values in a path that a template such as `/chatbot/hooks/{botId}` describes, or null. No segment may be empty; a slash at the end makes another path. */
export const matchPath = (template: string, path: string): PathValues | null => {
  // Nearly every path that is not of this route differs before the first name: that is told without taking it apart.
  const firstName = template.indexOf('{');
  if (!path.startsWith(firstName < 0 ? template : template.slice(0, firstName))) return null;
  const wanted = template.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return null;
  const values: [string, string][] = [];
  for (const [index, segment] of wanted.entries()) {
    const actual = found[index] ?? '';
    const name = nameOf(segment);
    if (name === null) {
      if (segment !== actual) return null;
    } else {
      if (actual === '') return null;
      values.push([name, decodeSegment(actual)]);
    }
  }
  return Object.fromEntries(values);
};

/** The values in the target of a request that takes this route, or null. The method counts, with its case (RFC 9110 §9.1); the query does not. */
export const matchRoute = (route: Route, request: Pick<RawRequest, 'method' | 'target'>): PathValues | null =>
  route.method === request.method ? matchPath(route.path, pathOf(request.target)) : null;

/** True when every name of the route is a setting of the channel and has the channel's value: the path names this channel. */
export const namesChannel = (values: PathValues, settings: JsonObject): boolean =>
  Object.entries(values).every(([name, value]) => value !== '' && settings[name] === value);

/** The path that a template makes with these values, each percent-encoded. A name without a value becomes an empty segment. */
export const fillPath = (template: string, values: JsonObject): string =>
  template
    .split('/')
    .map((segment) => {
      const name = nameOf(segment);
      const value = name === null ? segment : values[name];
      return name === null ? segment : encodeURIComponent(wellFormed(typeof value === 'string' ? value : ''));
    })
    .join('/');
