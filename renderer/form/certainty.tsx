import { Badge } from '#renderer/kit/tone.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { FactStatus } from '#shared/exchange/finding.ts';

/** How sure a fact about a platform is, in one word; what stands behind it is a tooltip. */
export const Certainty = ({
  status,
  source,
}: {
  readonly status: FactStatus;
  readonly source?: string | undefined;
}) => {
  const { word, meaning } = useWords().form.certainty[status];
  return (
    <span title={source === undefined ? meaning : `${meaning}: ${source}`}>
      <Badge tone={status === 'assumed' ? 'attention' : 'unknown'}>{word}</Badge>
    </span>
  );
};
