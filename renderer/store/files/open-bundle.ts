import { fault, HarnessError } from '#shared/contract/fault.ts';
import type { Harness } from '#shared/contract/harness.ts';
import { importLimits } from '#shared/export/import-limits.ts';
import type { Product } from '#shared/session/state.ts';
import { sizeWords } from '#shared/text/amount.ts';
import type { GivenFile } from './given-file.ts';

/** A bundle as a harness of its own. Refuses with `data.unreadable`. */
export const openBundle = async (file: GivenFile, product: Product): Promise<Harness> => {
  const refused = (reason: string): HarnessError =>
    new HarnessError(fault('data.unreadable', { file: file.name, reason: reason.replace(/\.$/, '') }));
  if (file.size > importLimits.bytes) throw refused(`it is larger than ${sizeWords(importLimits.bytes)}`);
  // All that is needed to read one, which most visits never do.
  const [{ bundleHarness }, { exactText }, bytes] = await Promise.all([
    import('#shared/export/bundle-harness.ts'),
    import('#shared/export/exported.ts'),
    file.read(),
  ]);
  const text = exactText(bytes);
  if (text === null) throw refused('it is no text in UTF-8');
  const opened = bundleHarness(text, {
    product,
    name: file.name,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
  });
  if (!opened.ok) throw refused(opened.problem);
  return opened.harness;
};
