import { fault, type Fault } from '#shared/contract/fault.ts';

/** What the codes of a failed handshake mean, as the end of a sentence. */
const tlsReasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, so nobody this machine trusts vouches for it',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate was issued by an authority that this machine does not trust',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate was issued by an authority that this machine does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate was issued by an authority that this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it does not send the certificates between its own and a known authority',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet; the clock of one machine may be wrong',
  CERT_REVOKED: 'its certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it did not answer with TLS, so that port probably speaks plain HTTP',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it did not answer with TLS, so that port probably speaks plain HTTP',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'both sides have no version of TLS in common',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'both sides have no version of TLS in common',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE:
    'it broke off the handshake; it may ask for a client certificate or other ciphers',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'it asks for a client certificate',
};

const unreachable: Readonly<Record<string, string>> = {
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to its network',
  EHOSTDOWN: 'the host is down',
  ENETDOWN: 'the network is down',
  EADDRNOTAVAIL: 'the address cannot be used from this machine',
  ETIMEDOUT: 'the connection timed out',
  EACCES: 'this machine does not allow it',
  EPERM: 'this machine does not allow it',
};

const unresolved = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const reset = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

type Failed = {
  readonly host: string;
  /** The head of the answer had come. */
  readonly isAnswering: boolean;
};

/** The fault that an error of the socket, the TLS layer or the response parser stands for. */
export const faultOfError = (error: unknown, { host, isAnswering }: Failed): Fault => {
  const { code, name, message } = codeOf(error);
  if (unresolved.has(code)) return fault('target.unresolved', { host });
  if (code === 'ECONNREFUSED') return fault('target.refused', { host });
  const route = unreachable[code];
  if (route !== undefined) return fault('target.unreachable', { host, reason: route });
  const tls = tlsReason(code, message);
  if (tls !== null) return fault('target.tls', { host, reason: tls });
  const garbled = garbledReason(code, name, message);
  const isCut = isAnswering && (garbled === null || garbled.includes('EOF'));
  if (garbled !== null && !isCut) return fault('target.garbled', { host, reason: garbled });
  if (isCut) return fault('target.failed', { host, reason: 'the connection ended in the middle of the answer' });
  if (reset.has(code) || code === 'UND_ERR_SOCKET') return fault('target.reset', { host });
  return fault('target.failed', { host, reason: code || message });
};

/** A name with several addresses fails with one error for each: the first one tells. */
const codeOf = (error: unknown): { readonly code: string; readonly name: string; readonly message: string } => {
  if (!(error instanceof Error)) return { code: '', name: '', message: String(error) };
  const { name, message } = error;
  if ('code' in error && typeof error.code === 'string') return { code: error.code, name, message };
  return error instanceof AggregateError && error.errors.length > 0
    ? codeOf(error.errors[0])
    : { code: '', name, message };
};

/** Why a handshake failed or a certificate is not trusted, as the end of a sentence; null where the code is about something else. */
export const tlsReason = (code: string, message: string): string | null => {
  const known = tlsReasons[code];
  if (known !== undefined) return known;
  if (code === 'EPROTO') {
    return message.includes('wrong version number')
      ? 'it did not answer with TLS, so that port probably speaks plain HTTP'
      : 'the handshake was broken off';
  }
  return /^(ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_)/.test(code) ? code : null;
};

/** undici names its parser's errors but leaves their code out; the reason stands in brackets and holds nothing that came. */
const garbledReason = (code: string, name: string, message: string): string | null => {
  if (name === 'HTTPParserError') return /\((.+)\)$/.exec(message)?.[1] ?? 'HTTP parser error';
  if (code.startsWith('HPE_')) return code;
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'its header is too large';
  if (message === 'bad upgrade') return 'it switched to another protocol';
  return message === 'bad response' ? 'it said to go on where nobody had asked' : null;
};
