import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Reading } from '#shared/platforms/dispatch.ts';
import type { Route } from '#shared/platforms/platform.ts';
import { matchRoute } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { preflightRoutes, readingWithCors, readPreflight } from './cors.ts';
import { intentServices } from './services-intent.ts';
import { jwtServices } from './services-jwt.ts';
import { notifyServices } from './services-notify.ts';
import type { Service } from './services-reading.ts';
import { webSdkServices } from './services-web-sdk.ts';
import { koreSettings } from './settings.ts';
import { uploadServices } from './uploads.ts';

const services: readonly Service[] = [
  ...uploadServices,
  ...webSdkServices,
  ...intentServices,
  ...notifyServices,
  ...jwtServices,
];

const paths: readonly Route[] = services.map(({ route }) => route);

/** What the platform end answers beside the conversation; browsers may ask for leave at each of them. */
export const serviceRoutes: readonly Route[] = [...paths, ...preflightRoutes(paths)];

/** Platform end: a request on one of the service routes, or a browser's question on any route; null for all else. */
export const readService = (request: RawRequest, context: PlatformContext): Promise<Reading> | null => {
  if (request.method === 'OPTIONS') return Promise.resolve(readPreflight(request, context));
  for (const { route, read } of services) {
    const values = matchRoute(route, request);
    if (values) return read(request, values, context).then((reading) => readingWithCors(reading, context));
  }
  return null;
};

/** Of several channels: whether a request to an address that names no bot means this one, by the app of its token. */
export const claimsService = (request: RawRequest, settings: JsonObject): boolean => {
  const { clientId, jwtService } = koreSettings(settings);
  if (jwtServices.some(({ route }) => matchRoute(route, request))) return jwtService;
  const token = bearerToken(headerValue(request.headers, 'authorization') ?? '');
  if (token === null) return true;
  const { appId, iss } = decodeJwt(token).payload.json ?? {};
  return (appId ?? iss) === clientId;
};
