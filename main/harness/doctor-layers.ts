import type { CalledAddress } from '#shared/platforms/diagnosis.ts';

/** Seconds that each look at another machine may take. */
export const stepLimit = 5;

/** An address that is looked at layer by layer. */
export type LookedAt = Omit<CalledAddress, 'from'> & {
  /** What is asked for where it answers HTTP. */
  readonly ask: string;
};

const layers = {
  url: 'address',
  dns: 'name (DNS)',
  tcp: 'connection (TCP)',
  tls: 'certificate (TLS)',
  http: 'answer (HTTP)',
  clock: 'clock',
} as const;
export type Layer = keyof typeof layers;

/** The check of one layer of an address, by its name. */
export const layerOf = ({ id, name, setting }: LookedAt, layer: Layer) => ({
  id: `address.${id}.${layer}`,
  title: `${name}: ${layers[layer]}`,
  setting,
});
