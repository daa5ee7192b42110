import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificate, Network, Place } from '#main/harness/network.ts';
import { fault, type Fault } from '#shared/contract/fault.ts';
import { faultOfError, tlsReason } from './outbound-faults.ts';

type Answer<Found> = ({ readonly ok: true } & Found) | { readonly ok: false; readonly fault: Fault };

/** Looks at the network layer by layer, as the outbound client uses it: the same names, the same certificates trusted. */
export const network: Network = {
  resolve: (host, limit) =>
    answered(host, limit, async () => {
      const found = await lookup(bare(host), { all: true });
      return { addresses: [...new Set(found.map(({ address }) => address))] };
    }),
  connect: (place, limit) =>
    answered(place.host, limit, async (signal) => {
      const socket = connectTcp({ host: bare(place.host), port: place.port, autoSelectFamily: true });
      await opened(socket, 'connect', signal);
      return { address: socket.remoteAddress ?? '' };
    }),
  shakeHands: (place, limit) =>
    answered(place.host, limit, async (signal) => {
      const host = bare(place.host);
      const socket = connectTls({
        host,
        port: place.port,
        // RFC 6066 §3: an address is no server name.
        servername: isIP(host) === 0 ? host : '',
        // Only looked at: what this machine does not trust is told, and nothing is sent.
        rejectUnauthorized: false,
      });
      const seen: { certificate: PeerCertificate | null; distrust: readonly string[] } = {
        certificate: null,
        distrust: [],
      };
      socket.once('secureConnect', () => {
        const certificate = socket.getPeerCertificate(true);
        seen.certificate = certificate;
        seen.distrust = distrustOf(socket, certificate, place);
      });
      await opened(socket, 'secureConnect', signal);
      if (!seen.certificate) throw new Error('no certificate');
      return { certificate: certificateOf(seen.certificate), distrust: seen.distrust };
    }),
};

/** As a URL writes it: an IPv6 address stands in brackets there. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

const answered = async <Found>(
  host: string,
  limit: number,
  look: (signal: AbortSignal) => Promise<Found>,
): Promise<Answer<Found>> => {
  const timeout = fault('target.timeout', { host, seconds: limit });
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer<Found>>((resolve) => {
    timer = setTimeout(() => {
      control.abort();
      resolve({ ok: false, fault: timeout });
    }, limit * 1000);
  });
  const looked = look(control.signal).then(
    (found): Answer<Found> => ({ ok: true, ...found }),
    (error: unknown): Answer<Found> => ({ ok: false, fault: faultOfError(error, { host, isAnswering: false }) }),
  );
  // A resolver of the system cannot be stopped: it is not waited for.
  return Promise.race([looked, late]).finally(() => clearTimeout(timer));
};

/** Settles when the socket is there; closed in any case. */
const opened = (socket: Socket, event: string, signal: AbortSignal): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    socket.once(event, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    signal.addEventListener('abort', () => reject(new Error('too late')), { once: true });
  }).finally(() => socket.destroy());

const distrustOf = (socket: TLSSocket, certificate: PeerCertificate, { host }: Place): readonly string[] => {
  const reasons = new Set<string>();
  // Its type says Error; what comes is the code of one.
  const error: unknown = socket.authorizationError;
  if (!socket.authorized && typeof error === 'string') reasons.add(tlsReason(error, '') ?? error);
  // Node looks at the name only where everything else is right.
  if (checkServerIdentity(bare(host), certificate)) reasons.add(tlsReason('ERR_TLS_CERT_ALTNAME_INVALID', '') ?? '');
  return [...reasons];
};

const certificateOf = ({ subject, subjectaltname, issuer, valid_from, valid_to }: PeerCertificate): Certificate => ({
  names: namesIn(subjectaltname) ?? [firstOf(subject?.CN)].filter(Boolean),
  issuer: firstOf(issuer?.O) || firstOf(issuer?.CN),
  validFrom: Date.parse(valid_from),
  validTo: Date.parse(valid_to),
});

const namesIn = (alternatives: string | undefined): readonly string[] | null =>
  alternatives === undefined ? null : alternatives.split(', ').map((each) => each.replace(/^[A-Za-z ]+:/, ''));

/** A name may stand there several times. */
const firstOf = (name: string | string[] | undefined): string => (Array.isArray(name) ? (name[0] ?? '') : (name ?? ''));
