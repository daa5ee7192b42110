import type { Channel } from '#shared/channel/channel.ts';
import type { End, ExchangeSummary } from '#shared/exchange/exchange.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import { defectRule } from '#shared/platforms/defect.ts';
import type { Platform } from '#shared/platforms/platform.ts';

/** The defects of a platform by the end that misbehaves, ends that we play first. */
export const defectsByEnd = (
  { plays }: Pick<Channel, 'plays'>,
  { defects }: Pick<Platform, 'defects'>,
  filter: string,
): readonly { readonly end: End; readonly isPlayed: boolean; readonly defects: readonly Defect[] }[] => {
  const words = filter.trim().toLowerCase().split(/\s+/);
  const isWanted = ({ title, summary, id }: Defect) =>
    words.every((word) => `${title} ${summary} ${id}`.toLowerCase().includes(word));
  return (['platform', 'app'] as const)
    .map((end) => ({
      end,
      isPlayed: plays[end],
      defects: defects.filter((each) => each.end === end && isWanted(each)),
    }))
    .filter((group) => group.defects.length > 0)
    .toSorted((one, other) => Number(other.isPlayed) - Number(one.isPlayed));
};

/** The list of defects that are on, with one switched. */
export const withDefect = (on: readonly string[], id: string, isOn: boolean): readonly string[] =>
  isOn ? [...new Set([...on, id])] : on.filter((each) => each !== id);

/** The titles of the defects that acted on an exchange; one that this build does not know keeps its id. */
export const defectTitles = (
  acted: ExchangeSummary['defect'],
  platform: Pick<Platform, 'defects'> | undefined,
): readonly string[] =>
  acted
    .split(', ')
    .filter(Boolean)
    .map((id) => platform?.defects.find((each) => each.id === id)?.title ?? id);

/** Whether a finding says that a defect acted. */
export const isDefectRule = (rule: string): boolean => rule.startsWith(defectRule);
