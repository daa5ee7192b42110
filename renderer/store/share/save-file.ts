import type { FileToSave } from '#shared/contract/shell.ts';
import type { PageContext } from '../context.tsx';
import { tell, tellFault } from '../told.ts';

/** Gives a file to the person, and says in the status bar where it is; true when they took it. */
export const saveFile = async (
  { store, screen }: Pick<PageContext, 'store' | 'screen'>,
  file: FileToSave,
): Promise<boolean> => {
  const outcome = await screen.saveFile(file);
  const { byteLength } = file.bytes;
  if (outcome.state === 'refused') tellFault(store, outcome.fault);
  if (outcome.state === 'saved')
    tell(store, { says: ({ exporting, format }) => exporting.saved(outcome.name, format.bytes(byteLength)) });
  if (outcome.state === 'given')
    tell(store, { says: ({ exporting, format }) => exporting.downloaded(file.name, format.bytes(byteLength)) });
  return outcome.state === 'saved' || outcome.state === 'given';
};
