import { channelFaults } from '#shared/contract/faults/channel-faults.ts';
import { contractFaults } from '#shared/contract/faults/contract-faults.ts';
import { environmentFaults } from '#shared/contract/faults/environment-faults.ts';
import { exchangeFaults } from '#shared/contract/faults/exchange-faults.ts';
import { exportFaults } from '#shared/contract/faults/export-faults.ts';
import { networkFaults } from '#shared/contract/faults/network-faults.ts';
import { rowFaults } from '#shared/contract/faults/row-faults.ts';
import { storeFaults } from '#shared/contract/faults/store-faults.ts';
import { undoFaults } from '#shared/contract/faults/undo-faults.ts';

/** Every way in which the world can refuse us something: one code, one sentence, one next step. `{x}` is filled in. */
export const faultTemplates = {
  ...networkFaults,
  ...storeFaults,
  ...channelFaults,
  ...environmentFaults,
  ...exchangeFaults,
  ...undoFaults,
  ...exportFaults,
  ...rowFaults,
  ...contractFaults,
} as const;

export type FaultCode = keyof typeof faultTemplates;

/** One thing wrong in an input, by JSON Pointer (RFC 6901): `/settings/botId`. */
export type InputIssue = { readonly path: string; readonly message: string };

/** A refusal as data: what happened and where (`message`), what to do (`next`), and for bad input what is wrong by path. */
export type Fault = {
  readonly code: FaultCode;
  readonly message: string;
  readonly next: string;
  /** Values a screen can act on, such as the next free port. Never a secret. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly issues?: readonly InputIssue[];
};

const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Makes a fault from its code and the values that its sentences name. */
export const fault = (
  code: FaultCode,
  values: Readonly<Record<string, string | number>> = {},
  issues?: readonly InputIssue[],
): Fault => ({
  code,
  message: fill(faultTemplates[code].message, values),
  next: fill(faultTemplates[code].next, values),
  values,
  ...(issues ? { issues } : {}),
});

/** A fault on its way up: thrown where the world refused, caught at the tops, crossing the wire as data. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
  readonly fault: Fault;

  constructor(refused: Fault, options?: { cause?: unknown }) {
    super(refused.message, options);
    this.fault = refused;
  }
}
