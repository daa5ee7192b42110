// A careful endpoint for each of the four trust models: what is not exactly right is refused. Written from RFC 7515, 7518, 7519 and 8725
// and the documents of the platforms, with Node's own modules only.
//   /chatbot/…   a signed token in Authorization        /verify   a verify token in the JSON body
//   /event       a token in the query                   /open/…   two keys in headers
//   /channels/…  ids and a secret in the path
import { createHmac, createPublicKey, createVerify, timingSafeEqual } from 'node:crypto';
import { serve, settings } from './settings.mjs';

const same = (given, expected) => {
  if (typeof given !== 'string' || expected === '') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const jsonOf = (text) => {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const base64url = /^[A-Za-z0-9_-]+$/;
const partOf = (text) => (base64url.test(text) ? jsonOf(Buffer.from(text, 'base64url').toString('utf8')) : null);

const isSigned = (signed, signature) => {
  const given = Buffer.from(signature, 'base64url');
  if (settings.algorithm === 'RS256')
    return createVerify('RSA-SHA256').update(signed).verify(createPublicKey(settings.key), given);
  const expected = createHmac('sha256', settings.key).update(signed).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const used = new Set();
/** Seconds that two clocks may differ. */
const skew = 30;

const takesToken = ({ headers, body }) => {
  const found = /^bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i.exec(headers.authorization ?? '');
  if (!found || settings.key === '') return false;
  const [, first, second, signature] = found;
  const header = partOf(first);
  const claims = partOf(second);
  if (!header || !claims) return false;
  if (header.alg !== settings.algorithm || header.crit !== undefined) return false;
  if (!isSigned(`${first}.${second}`, signature)) return false;
  const now = Date.now() / 1000;
  const { appId, iss, exp, nbf, jti, isAnonymous, userIdentity } = claims;
  if ((appId ?? iss) !== settings.app) return false;
  if (exp !== undefined && !(typeof exp === 'number' && exp > now - skew)) return false;
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf < now + skew)) return false;
  if (isAnonymous === true) return false;
  if (userIdentity !== undefined && userIdentity !== jsonOf(body)?.from?.id) return false;
  if (process.env.JWT_JTI === 'enforced') {
    if (typeof jti !== 'string' || jti === '' || used.has(jti)) return false;
    used.add(jti);
  }
  return true;
};

const takesPath = (path) => {
  const found = /\/id([^/]+)\/app([^/]+)\/aps([^/]+)$/.exec(path);
  if (!found) return false;
  const [botId, appId, secret] = found.slice(1).map(decodeURIComponent);
  return same(botId, settings.botId) && same(appId, settings.appId) && same(secret, settings.appSecret);
};

serve((request) => {
  const { url, headers, body } = request;
  if (url.pathname.startsWith('/chatbot/')) return takesToken(request) ? 200 : 401;
  if (url.pathname === '/verify') return same(jsonOf(body)?.verifyToken, settings.verifyToken) ? 200 : 401;
  if (url.pathname === '/event') {
    const given = url.searchParams.getAll('token');
    return given.length === 1 && same(given[0], settings.eventToken) ? 200 : 401;
  }
  if (url.pathname.startsWith('/open/'))
    return same(headers['x-access-key'], settings.accessKey) && same(headers['x-access-secret'], settings.accessSecret)
      ? 200
      : 401;
  return takesPath(url.pathname) ? 200 : 403;
});
