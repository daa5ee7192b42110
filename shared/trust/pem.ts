/** What a PEM is asked to hold: `PUBLIC KEY` is SPKI (RFC 7468 §13), `PRIVATE KEY` is PKCS#8 without a password (RFC 7468 §10). */
export type PemLabel = 'PUBLIC KEY' | 'PRIVATE KEY';

const begin = /^-----BEGIN ([A-Z0-9 ]{1,60})-----/;

/** How to make the wanted key of what was pasted, where openssl can do that in one line. */
const conversions: Readonly<Record<PemLabel, Readonly<Record<string, string>>>> = {
  'PUBLIC KEY': {
    'RSA PUBLIC KEY': 'This is a PKCS#1 key: convert it with openssl rsa -RSAPublicKey_in -in key.pem -pubout.',
    CERTIFICATE: 'This is a certificate: take its key with openssl x509 -in cert.pem -noout -pubkey.',
    'PRIVATE KEY':
      'This is the private key, which never leaves the app: take its public half with openssl pkey -pubout.',
    'RSA PRIVATE KEY':
      'This is the private key, which never leaves the app: take its public half with openssl pkey -pubout.',
  },
  'PRIVATE KEY': {
    'RSA PRIVATE KEY': 'This is a PKCS#1 key: convert it with openssl pkcs8 -topk8 -nocrypt -in key.pem.',
    'ENCRYPTED PRIVATE KEY': 'This key has a password: take it off with openssl pkcs8 -in key.pem.',
    'PUBLIC KEY': 'This is the public key: nothing can be signed with it.',
  },
};

/**
 * One sentence about the first thing that is wrong with the form of a PEM, or null: missing, another kind of key, cut off, garbled.
 * Line breaks may be missing, as when it was pasted into one line. What the bytes inside say is not looked at.
 */
export const pemProblem = (text: string, label: PemLabel): string | null => {
  const pem = text.trim();
  if (pem === '') return `There is no key: paste the one that begins with -----BEGIN ${label}-----.`;
  const found = begin.exec(pem)?.[1];
  if (found === undefined) return `The key has to begin with -----BEGIN ${label}-----.`;
  if (found !== label)
    return conversions[label][found] ?? `The key says ${found}, but one that says ${label} is needed.`;
  if (pem.includes(String.raw`\n`))
    return 'The key holds a backslash and an n where a line break belongs, as in a file of variables: paste the lines themselves.';
  const end = `-----END ${label}-----`;
  if (!pem.endsWith(end)) return `The key is cut off: it has to end with ${end}.`;
  const inside = pem.slice(`-----BEGIN ${label}-----`.length, -end.length).trim();
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(inside) ? null : 'The key holds characters that are not base64.';
};
