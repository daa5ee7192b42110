import type { End } from '#shared/exchange/exchange.ts';
import { headerValue, pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { fillPath, matchPath, matchRoute, namesChannel } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { withText } from '#shared/trust/attack/place.ts';
import { bearerToken } from '#shared/trust/jwt.ts';
import { readSpot } from '#shared/trust/credential-spot.ts';
import { controlOf, type ControlMaker } from '#shared/trust/attack/control.ts';
import type { TextCredential, TrustModel } from '#shared/trust/trust-model.ts';

/** A request as an end of a channel would get it. */
export type PlacedRequest = {
  readonly request: RawRequest;
  readonly end: End;
  /** What was supposed about it, one sentence each: nothing of it changes the credential. */
  readonly notes: readonly string[];
};

type Against = { readonly platform: Platform; readonly settings: JsonObject; readonly end: End | undefined };

const ends: readonly End[] = ['platform', 'app'];

/**
 * Which end a written request is for: the one that was named, else the one whose address it has, else the one whose credential stands in
 * it. An app may listen anywhere: a request to it gets the address that our app end has, so that it can be read.
 */
export const placeRequest = (request: RawRequest, { platform, settings, end }: Against): PlacedRequest => {
  const named = ends.find((each) => namesRoute(request, platform, settings, each));
  const found = end ?? named ?? ends.find((each) => hasRoute(request, platform, each));
  if (found !== undefined && (found === 'platform' || hasRoute(request, platform, 'app')))
    return { request, end: found, notes: [] };
  const isForApp = found === 'app' || (end === undefined && seemsForApp(request, platform, settings));
  if (!isForApp) return { request, end: found ?? 'platform', notes: [] };
  const moved = atAppEnd(request, platform, settings);
  return {
    request: moved,
    end: 'app',
    notes: ['It is read as a request to the app: the path is the app’s own, and was not compared.'],
  };
};

const hasRoute = (request: RawRequest, { routes }: Platform, end: End): boolean =>
  routes[end].some((route) => matchRoute(route, request) !== null);

const namesRoute = (request: RawRequest, { routes }: Platform, settings: JsonObject, end: End): boolean =>
  routes[end].some((route) => {
    const values = matchRoute(route, request);
    return values !== null && namesChannel(route.path, values, settings);
  });

/** No address of the channel: then what stands in the request tells, and else whether it goes to somewhere like the platform. */
const seemsForApp = (request: RawRequest, platform: Platform, settings: JsonObject): boolean => {
  const atPlatform = platform.trust('platform', request, { settings });
  const atApp = platform.trust('app', request, { settings });
  if (!atApp) return false;
  if (atPlatform?.kind === 'jwt' && /\bey[\w-]+\./.test(headerValue(request.headers, atPlatform.spot.name) ?? ''))
    return false;
  const isAtApp = carries(request, atApp);
  if (isAtApp && !(atPlatform && carries(request, atPlatform))) return true;
  return !isLikePlatform(request, platform, settings);
};

const carries = (request: RawRequest, model: TrustModel): boolean => {
  const spots = model.kind === 'jwt' ? [model.spot] : model.credentials.map(({ spot }) => spot);
  return spots.some((spot) => readSpot(request, spot).kind !== 'absent');
};

/** A host that a setting names, or a path that begins as one of the platform does. */
const isLikePlatform = (request: RawRequest, { routes }: Platform, settings: JsonObject): boolean => {
  const host = headerValue(request.headers, 'host') ?? '';
  const own = settings['host'];
  const isItsHost = host !== '' && typeof own === 'string' && own.endsWith(`//${host}`);
  return isItsHost || routes.platform.some(({ path }) => beginOf(path) === beginOf(pathOf(request.target)));
};

const beginOf = (path: string): string => path.split('/')[1] ?? '';

const atAppEnd = (request: RawRequest, { routes, trust }: Platform, settings: JsonObject): RawRequest => {
  const targets = routes.app.map(
    ({ path }) => fillPath(path, settings) + request.target.slice(pathOf(request.target).length),
  );
  const moved = targets.map((target) => ({ ...request, target }));
  return moved.find((each) => trust('app', each, { settings }) !== null) ?? moved[0] ?? request;
};

/**
 * A credential alone, put into a request that is valid but for it: a signed token where one is wanted, any other text at the app first.
 * Of several credentials it is the first secret one. Null where the channel asks for none, or its other end cannot be made to speak.
 */
export const placeToken = async (
  pasted: RawRequest,
  { platform, settings, end }: Against,
  maker: ControlMaker,
): Promise<PlacedRequest | null> => {
  const tried = end === undefined ? ends.toReversed() : [end];
  const controls = await Promise.all(tried.map((each) => controlOf(platform, settings, each, maker).catch(() => null)));
  const found = controls.filter((each) => each !== null);
  const isSigned = /\bey[\w-]+\./.test(pasted.headers[0]?.[1] ?? '');
  const control = found.find(({ model }) => (model.kind === 'jwt') === isSigned) ?? found[0];
  if (!control) return null;
  const request = withCredential(await control.make(), control.model, pasted);
  return { request, end: control.end, notes: [`It is read as the credential of a request to the ${control.end} end.`] };
};

const withCredential = (control: RawRequest, model: TrustModel, pasted: RawRequest): RawRequest => {
  const [header = ['', '']] = pasted.headers;
  if (model.kind === 'jwt') {
    const others = control.headers.filter(([name]) => name.toLowerCase() !== model.spot.name.toLowerCase());
    const name = header[0] === 'Authorization' ? model.spot.name : header[0];
    return { ...control, headers: [[name, header[1]], ...others] };
  }
  const meant: TextCredential | undefined =
    model.credentials.find(({ spot }) => spot.in === 'header' && spot.name.toLowerCase() === header[0].toLowerCase()) ??
    model.credentials.find(({ isSecret }) => isSecret) ??
    model.credentials[0];
  if (!meant) return control;
  return withText(control, meant.spot, bearerToken(header[1]) ?? header[1]);
};

/** The settings that a request names by its path, but for secret ones: for a channel that is only told in part. */
export const settingsInPath = (request: RawRequest, { routes }: Platform, secret: readonly string[]): JsonObject => {
  const path = pathOf(request.target);
  for (const end of ends)
    for (const route of routes[end]) {
      const values = matchPath(route.path, path);
      const free = new Set([...route.path.matchAll(/\{\*(\w+)\}/g)].map(([, name]) => name));
      if (values)
        return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name) && !free.has(name)));
    }
  return {};
};
