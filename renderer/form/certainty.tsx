import { Badge } from '#renderer/kit/tone.tsx';
import type { FactStatus } from '#shared/exchange/finding.ts';

const meanings: Readonly<Record<FactStatus, string>> = {
  documented: 'Written by the vendor',
  observed: 'Seen on the wire or in public code',
  assumed: 'Written nowhere: our assumption',
};

/** How sure a fact about a platform is, in one word; what stands behind it is a tooltip. */
export const Certainty = ({
  status,
  source,
}: {
  readonly status: FactStatus;
  readonly source?: string | undefined;
}) => (
  <span title={source === undefined ? meanings[status] : `${meanings[status]}: ${source}`}>
    <Badge tone={status === 'assumed' ? 'attention' : 'unknown'}>{status}</Badge>
  </span>
);
