import type { Fault } from '#shared/contract/fault.ts';

export type Place = { readonly host: string; readonly port: number };

type Refused = { readonly ok: false; readonly fault: Fault };

export type Certificate = {
  /** The names and addresses that it is for. */
  readonly names: readonly string[];
  /** Who vouches for it; empty where it says nothing. */
  readonly issuer: string;
  /** Milliseconds since 1970; NaN where it does not say. */
  readonly validFrom: number;
  readonly validTo: number;
};

/** What lies between this machine and another one, a layer at a time. Nothing rejects, nothing is sent but what the layer asks for, and each ends within `limit` seconds. */
export type Network = {
  /** The addresses of a name; of an address, itself. */
  readonly resolve: (
    host: string,
    limit: number,
  ) => Promise<{ readonly ok: true; readonly addresses: readonly string[] } | Refused>;
  /** Connects, and closes at once. */
  readonly connect: (place: Place, limit: number) => Promise<{ readonly ok: true; readonly address: string } | Refused>;
  /** Shakes hands (TLS), whoever answers, and closes. `distrust`: why this machine does not trust the certificate, each the end of a sentence. */
  readonly shakeHands: (
    place: Place,
    limit: number,
  ) => Promise<
    { readonly ok: true; readonly certificate: Certificate; readonly distrust: readonly string[] } | Refused
  >;
};
