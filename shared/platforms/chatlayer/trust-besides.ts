import { queryOf } from '#shared/exchange/form-body.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Route } from '#shared/platforms/platform.ts';
import { matchPath } from '#shared/platforms/route.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { addressCauses } from '#shared/trust/autopsy/not-credential-address.ts';
import {
  actionsPath,
  currentPath,
  deprecatedPath,
  extractPath,
  historyPath,
  oldExtractPath,
  receiverPath,
  sessionDataPath,
  webviewPath,
} from './paths.ts';
import { chatlayerSettings, type ChatlayerSettings } from './settings.ts';
import { idOf, objectAt } from './wire.ts';

type Dialect = ChatlayerSettings['dialect'];

const names: Readonly<Record<Dialect, string>> = {
  d1: 'the current webhook channel',
  d0: 'the deprecated webhook channel',
  d2: 'the offloading webhook',
};
const dialects: readonly Dialect[] = ['d1', 'd0', 'd2'];

const otherDialect = (found: Dialect, { dialect }: ChatlayerSettings, sign: string): Cause => ({
  code: 'not-credential.mode',
  because: `This belongs to ${names[found]}, and the channel is set to ${names[dialect]}.`,
  proof: sign,
  fix: 'Change the dialect in the settings of the channel, or call the address of its own dialect.',
  certainty: 'proven',
});

const ownPaths: Readonly<Record<Dialect, string>> = { d1: currentPath, d0: deprecatedPath, d2: actionsPath };

const post = (path: string): Route => ({ method: 'POST', path });
const get = (path: string): Route => ({ method: 'GET', path });
const siblings: readonly Route[] = [get(historyPath), get(sessionDataPath), post(webviewPath), post(oldExtractPath)];

/** Platform end: an address of another dialect, or none at all. */
export const besidesAtPlatform = (request: RawRequest, kept: JsonObject): readonly Cause[] => {
  const settings = chatlayerSettings(kept);
  const { dialect } = settings;
  const found = dialects.find((each) => matchPath(ownPaths[each], pathOf(request.target)) !== null);
  if (found !== undefined && found !== dialect)
    return [otherDialect(found, settings, `Its address has the form ${ownPaths[found]}.`)];
  const routes = [post(ownPaths[dialect]), post(extractPath), ...(dialect === 'd2' ? [] : siblings)];
  return addressCauses(routes, request, kept);
};

/** Clients that were written by one page of the docs read senderId, and those of another recipient.id: neither is a matter of the token. */
const onlyRecipient: Cause = {
  code: 'not-credential.recipient',
  because:
    'The user stands in recipient.id, and there is no senderId: a client that reads senderId hears nothing of this message, whatever its token.',
  proof:
    'The body has recipient.id and no senderId: it is the envelope of the Webhook API page, and not that of the Message types page.',
  fix: 'Read both senderId and recipient.id, or set the envelope of the channel to the one that the client reads.',
  certainty: 'possible',
};

const fromBody = (body: JsonObject, settings: ChatlayerSettings): readonly Cause[] => {
  const isEvent = typeof body['event'] === 'string' && body['sessionId'] !== undefined;
  if (settings.dialect !== 'd2') {
    if (isEvent) return [otherDialect('d2', settings, 'The body has event and sessionId, as its events have.')];
    const hasRecipient = idOf(objectAt(body, 'recipient')['id']) !== null && idOf(body['senderId']) === null;
    return hasRecipient ? [onlyRecipient] : [];
  }
  const isMessage = !isEvent && body['verifyToken'] !== undefined && body['message'] !== undefined;
  return isMessage
    ? [otherDialect('d1', settings, 'The body has message and verifyToken, as messages of the bot have there.')]
    : [];
};

/** App end: the words of another dialect, the address, and who the message is for. */
export const besidesAtApp = (request: RawRequest, kept: JsonObject): readonly Cause[] => {
  const settings = chatlayerSettings(kept);
  const { dialect } = settings;
  const isCheck = request.method === 'GET' && queryOf(request.target).has('challenge.verifyToken');
  if (isCheck && dialect !== 'd2')
    return [otherDialect('d2', settings, 'It is a GET with challenge.verifyToken in its query: a health check.')];
  const method = dialect === 'd2' ? '*' : 'POST';
  const address = addressCauses([{ method, path: receiverPath(dialect) }], request, kept, true);
  const { value } = readJsonBody(request);
  return [...(isJsonObject(value) ? fromBody(value, settings) : []), ...address];
};
