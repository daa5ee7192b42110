import type { Remedy } from '#shared/trust/autopsy/cause.ts';
import type { Verdict } from '#shared/trust/verdict.ts';

/** `put-right`: the text that is compared is written as the channel expects it. */
export type OfferedRemedy = Remedy | { readonly kind: 'put-right' };

/** What to offer for a refused request: what its first cause names; for a text that is compared, the right one in its place. */
export const remedyOf = ({ state, examination }: Verdict): OfferedRemedy | null => {
  const [cause] = examination?.causes ?? [];
  if (!cause || state !== 'refused') return null;
  if (cause.remedy) return cause.remedy;
  const isText = cause.code.startsWith('text.') || cause.code.startsWith('credential.');
  return isText && cause.code !== 'text.not-set' ? { kind: 'put-right' } : null;
};
