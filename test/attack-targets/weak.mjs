// An endpoint that is careless on purpose, for each of the four trust models, with Node's own modules only. Every weakness is planted:
// it stands in `planted` with the attacks that have to find it, and nothing else is wrong. `node weak.mjs --planted` prints them.
// Some stand alone (JWT_PLANTED=confusion), because two of them would hide each other. Never let this listen on a real network.
import { createHmac, createPublicKey, createVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { serve, settings } from './settings.mjs';

const planted = {
  jwt: {
    unsigned: ['jwt.alg-none'],
    'alg in any case': ['jwt.alg-case'],
    'any HMAC': ['jwt.alg-other'],
    'exp is not looked at': ['jwt.expired', 'jwt.exp-text'],
    'nbf is not looked at': ['jwt.not-yet'],
    'the app is not looked at': ['jwt.other-app', 'jwt.app-missing', 'jwt.app-prefix'],
    'a token in the query is taken': ['jwt.in-query'],
    'the scheme is not asked for': ['jwt.no-scheme'],
    'the public key in the header is used': ['jwt.embedded-jwk'],
    'the secret in the header is used': ['jwt.embedded-secret'],
    'kid is a path': ['jwt.kid-path'],
    'kid is looked up in an object': ['jwt.kid-prototype'],
    'an empty secret is tried': ['jwt.blank-key'],
    'crit is not looked at': ['jwt.critical'],
    'a part of the signature is enough': ['jwt.signature-missing', 'jwt.signature-short'],
    'no JSON breaks it': ['jwt.empty', 'jwt.no-token', 'jwt.undefined'],
    'anonymous users are let in': ['jwt.anonymous'],
    'jti is not remembered': ['jwt.jti-reused'],
  },
  confusion: {
    'the token chooses between secret and key pair': ['jwt.key-confusion'],
  },
  verify: {
    'case does not count': ['verify-token.case'],
    'a list is made a text': ['verify-token.list'],
    'white space is trimmed': ['verify-token.white-space'],
    'a token in the query is taken': ['verify-token.in-query'],
  },
  event: {
    'only a token that is there is compared': [
      'token.missing',
      'token.empty',
      'token.list',
      'token.object',
      'token.in-header',
      'token.in-body',
    ],
  },
  open: { 'the beginning is enough': ['access-secret.prefix', 'access-secret.cut'] },
  path: { 'the bot id is not compared': ['bot-id.wrong'], 'case does not count': ['app-secret.case'] },
};

if (process.argv.includes('--planted')) {
  process.stdout.write(`${JSON.stringify(planted)}\n`);
  process.exit(0);
}

const isConfused = process.env.JWT_PLANTED === 'confusion';
const partOf = (text) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
const mac = (hash, key, text) => createHmac(hash, key).update(text).digest('base64url');
const isOfPair = (key, text, signature) =>
  createVerify('RSA-SHA256').update(text).verify(key, Buffer.from(signature, 'base64url'));

const keys = { main: settings.key };

/** Every secret that this server would take: its own, and by its weaknesses others. */
const secretsFor = ({ kid, jwk }) => {
  // Planted: an empty secret is tried.
  const secrets = [settings.key, ''];
  if (typeof kid === 'string') {
    // Planted: kid is looked up in an object, with all that it inherits.
    if (keys[kid] !== undefined) secrets.push(String(keys[kid]));
    else
      try {
        // Planted: kid is a path.
        secrets.push(readFileSync(posix.join('/srv/keys', kid), 'utf8'));
      } catch {
        return [];
      }
    return secrets.slice(2);
  }
  // Planted: the secret in the header is used.
  if (jwk?.kty === 'oct') secrets.push(Buffer.from(jwk.k, 'base64url').toString('utf8'));
  return secrets;
};

const isSigned = (header, signed, signature) => {
  // Planted: unsigned.
  if (header.alg === 'none') return true;
  // Planted: alg in any case, and any HMAC.
  const hash = { HS256: 'sha256', HS512: 'sha512' }[String(header.alg).toUpperCase()];
  // Planted: the public key in the header is used.
  if (header.alg === 'RS256' && header.jwk?.kty === 'RSA')
    return isOfPair(createPublicKey({ key: header.jwk, format: 'jwk' }), signed, signature);
  if (hash === undefined) return false;
  // Planted: a part of the signature is enough.
  return secretsFor(header).some((key) => mac(hash, key, signed).startsWith(signature));
};

/** Planted: the token chooses between secret and key pair. */
const isSignedByChoice = ({ alg }, signed, signature) =>
  alg === 'HS256'
    ? mac('sha256', settings.key, signed) === signature
    : alg === 'RS256' && isOfPair(createPublicKey(settings.key), signed, signature);

const takesToken = ({ headers, url }) => {
  // Planted: the scheme is not asked for, and a token in the query is taken.
  const value = isConfused
    ? /^bearer (.*)$/i.exec(headers.authorization ?? '')?.[1]
    : (headers.authorization?.replace(/^bearer /i, '') ?? url.searchParams.get('access_token'));
  if (!value || /[^\w.-]/.test(value)) return false;
  const [first, second, signature] = value.split('.');
  if (isConfused && second === undefined) return false;
  // Planted: no JSON breaks it.
  const header = partOf(first);
  if (signature === undefined) return false;
  const claims = partOf(second);
  if (!isConfused) return isSigned(header, `${first}.${second}`, signature);
  if (!isSignedByChoice(header, `${first}.${second}`, signature) || header.crit) return false;
  const now = Date.now() / 1000;
  return (
    claims.appId === settings.app &&
    claims.isAnonymous !== true &&
    typeof claims.exp === 'number' &&
    claims.exp > now &&
    !(claims.nbf > now)
  );
};

const takesPath = (path) => {
  const found = /\/id([^/]+)\/app([^/]+)\/aps([^/]+)$/.exec(path);
  if (!found) return false;
  const [, appId, secret] = found.slice(1).map(decodeURIComponent);
  // Planted: the bot id is not compared, and case does not count.
  return appId === settings.appId && secret.toLowerCase() === settings.appSecret.toLowerCase();
};

const hasOwnJti = ({ headers, url }) => {
  const value = headers.authorization ?? url.searchParams.get('access_token') ?? '';
  const claims = value.split('.')[1];
  // Planted: jti is not remembered.
  return process.env.JWT_JTI !== 'enforced' || typeof partOf(claims).jti === 'string';
};

serve((request) => {
  const { url, headers, body } = request;
  if (url.pathname.startsWith('/chatbot/')) return takesToken(request) && hasOwnJti(request) ? 200 : 401;
  if (url.pathname === '/verify') {
    // Planted: a list is made a text, white space is trimmed, case does not count, and the query is taken.
    const given = JSON.parse(body).verifyToken ?? url.searchParams.get('verifyToken');
    return String(given).trim().toLowerCase() === settings.verifyToken.toLowerCase() ? 200 : 401;
  }
  if (url.pathname === '/event') {
    const given = url.searchParams.get('token');
    // Planted: only a token that is there is compared.
    return given && given !== settings.eventToken ? 401 : 200;
  }
  if (url.pathname.startsWith('/open/')) {
    const { 'x-access-key': key, 'x-access-secret': secret } = headers;
    // Planted: the beginning is enough.
    return key === settings.accessKey && secret && settings.accessSecret.startsWith(secret) ? 200 : 401;
  }
  return takesPath(url.pathname) ? 200 : 403;
});
