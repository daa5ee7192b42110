import type { Mark } from '#shared/exchange/mark.ts';
import type { AskedAt } from '#shared/query/moments.ts';

export type Named = { readonly id: string; readonly name: string };

/** What the names in a query stand for, and when it is asked. */
export type Surroundings = AskedAt & {
  readonly platforms: readonly Named[];
  readonly channels: readonly (Named & { readonly platformId: string })[];
  readonly marks: readonly Mark[];
};

/** Those that have this name or id whatever its case; where none has, those whose name or id holds it. */
export const namedSo = <Each extends Named>(all: readonly Each[], name: string): readonly Each[] => {
  const wanted = name.toLowerCase();
  const texts = ({ id, name: shown }: Each): readonly string[] => [id.toLowerCase(), shown.toLowerCase()];
  const same = all.filter((each) => texts(each).includes(wanted));
  return same.length > 0 ? same : all.filter((each) => texts(each).some((text) => text.includes(wanted)));
};
