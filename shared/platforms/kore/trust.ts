import { readJsonBody } from '#shared/exchange/json-body.ts';
import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { matchRoute } from '#shared/platforms/route.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { isJsonObject } from '#shared/text/json.ts';
import { isHmac } from '#shared/trust/token-crypto.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { addressCauses } from '#shared/trust/autopsy/not-credential-address.ts';
import type { JwtModel, TextCredential, TrustModel } from '#shared/trust/trust-model.ts';
import { tokenPlaceOf } from './access-token.ts';
import { messageRoutes, placeOf, pollRoutes, receiverRoutes } from './addresses.ts';
import { readUserMessage } from './read-message.ts';
import { intentServices } from './services-intent.ts';
import { jwtServices } from './services-jwt.ts';
import { notifyServices } from './services-notify.ts';
import { koreSettings, type KoreSettings } from './settings.ts';
import { uploadServices } from './uploads.ts';
import { webSdkServices } from './services-web-sdk.ts';

const isAt = (services: typeof jwtServices, request: RawRequest): boolean =>
  services.some(({ route }) => matchRoute(route, request) !== null);

/** V2 compares userIdentity with the from.id of the message; V1 and the services do not look at it. */
const identityOf = (request: RawRequest, { botId }: KoreSettings): string | null => {
  const place = placeOf(request.target);
  if (place?.version !== 'v2' || place.pollId !== null) return null;
  const { value } = readJsonBody(request);
  return value === undefined ? null : readUserMessage(value, 'v2', botId).userId;
};

/** Where a signed token is asked for. */
const addresses = [
  ...messageRoutes,
  ...pollRoutes,
  ...[...uploadServices, ...webSdkServices, ...intentServices, ...notifyServices].map(({ route }) => route),
];

const notAsync: Cause = {
  code: 'not-credential.mode',
  because: 'A message was posted, and the channel is set to answer in the response.',
  proof: 'The setting mode is not async: only an asynchronous channel has a POST_URL and an Access Token.',
  fix: 'Set the mode of the channel to asynchronous here, or to synchronous in Kore.ai.',
  certainty: 'possible',
};

const signed = (request: RawRequest, settings: KoreSettings): JwtModel & TrustModel => {
  const takesAuth = isAt([...intentServices, ...notifyServices], request);
  const isSecret = isHmac(settings.algorithm);
  return {
    kind: 'jwt',
    besides: addressCauses(addresses, request, {
      botId: settings.botId,
      webhookInstanceId: settings.webhookInstanceId,
    }),
    spot: takesAuth ? { in: 'header', name: 'auth' } : { in: 'header', name: 'Authorization', scheme: 'Bearer' },
    algorithm: settings.algorithm,
    key: isSecret ? settings.clientSecret : settings.publicKey,
    signingKey: isSecret ? settings.clientSecret : settings.privateKey,
    keySetting: isSecret ? 'clientSecret' : 'publicKey',
    publicKey: settings.publicKey,
    app: { names: ['appId', 'iss'], value: settings.clientId },
    otherIds: {
      'bot id': settings.botId,
      ...(settings.webhookInstanceId === '' ? {} : { 'webhook instance id': settings.webhookInstanceId }),
    },
    requiresJti: settings.enforceJti,
    userIdentity: identityOf(request, settings),
    allowsAnonymous: settings.allowAnonymous,
  };
};

/** The service that issues tokens compares what a page sends of the app, and only what it sends. */
const issuing = (request: RawRequest, settings: KoreSettings): TrustModel | null => {
  const { value } = readJsonBody(request);
  const body = isJsonObject(value) ? value : {};
  const compared: readonly TextCredential[] = [
    {
      name: 'client id',
      spot: { in: 'body', pointer: '/clientId' },
      expected: settings.clientId,
      setting: 'clientId',
      isSecret: false,
    },
    {
      name: 'client secret',
      spot: { in: 'body', pointer: '/clientSecret' },
      expected: settings.clientSecret,
      setting: 'clientSecret',
      isSecret: true,
    },
  ];
  const credentials = compared.filter(({ setting }) => body[setting] !== undefined && body[setting] !== '');
  return settings.jwtService && credentials.length > 0 ? { kind: 'texts', credentials } : null;
};

const callback = (request: RawRequest, settings: KoreSettings): TrustModel | null => {
  const place = tokenPlaceOf(settings);
  const { botId, webhookInstanceId } = settings;
  if (place === null || settings.accessToken === '') return null;
  const scheme = place.after === '' ? /^([\w-]+) +$/.exec(place.before)?.[1] : undefined;
  return {
    kind: 'texts',
    besides: [
      ...(settings.mode === 'async' ? [] : [notAsync]),
      ...addressCauses(receiverRoutes, request, { botId, webhookInstanceId }, true),
    ],
    credentials: [
      {
        name: 'Access Token',
        spot: { in: 'header', name: place.name, ...(scheme === undefined ? {} : { scheme }) },
        expected: scheme === undefined ? place.before + settings.accessToken + place.after : settings.accessToken,
        setting: 'accessToken',
        isSecret: true,
      },
    ],
  };
};

/** A signed token at the platform end; at the app end the Access Token, as the channel is set to send it. */
export const trust: Platform['trust'] = (end, request, context) => {
  const settings = koreSettings(context.settings);
  switch (end) {
    case 'platform':
      if (request.method === 'OPTIONS') return null;
      return isAt(jwtServices, request) ? issuing(request, settings) : signed(request, settings);
    case 'app':
      return callback(request, settings);
    default:
      return assertNever(end);
  }
};
