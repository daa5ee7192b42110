import type { BodySide } from './body-side.ts';

/** What became of a body that was packed. `size`: of what is compared; `packed`: on the wire. */
export type Packing = {
  readonly encoding: string;
  readonly state: 'unpacked' | 'in-part' | 'unknown' | 'broken';
  readonly packed: number;
  readonly size: number;
};

/** Null where it was not packed. */
export const packingOf = ({ bytes, unpacked }: BodySide): Packing | null =>
  unpacked && {
    encoding: unpacked.encoding,
    state: unpacked.ok ? (unpacked.isWhole ? 'unpacked' : 'in-part') : unpacked.why,
    packed: bytes.length,
    size: unpacked.ok ? unpacked.bytes.length : bytes.length,
  };
