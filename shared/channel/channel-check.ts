import type { Check } from '#shared/trust/verdict.ts';

/** One click that mends it. */
export type CheckRemedy =
  | { readonly kind: 'start-listening'; readonly port: number }
  /** `cleanSetting`: takes out what was pasted along. */
  | { readonly kind: 'clean-setting'; readonly setting: string }
  | { readonly kind: 'apply-remedy'; readonly remedyId: string; readonly title: string };

/** One thing that was looked at to see whether a channel can work. Never holds a secret. */
export type ChannelCheck = Check & {
  /** One sentence: what to do. Empty where nothing is to be done. */
  readonly next: string;
  /** The setting that it is about. */
  readonly setting?: string;
  readonly remedy?: CheckRemedy;
};
