import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { maskedAddress } from '#renderer/store/editor/address-secrets.ts';
import { longestName } from '#renderer/store/editor/payload-actions.ts';
import { useDraft } from '#renderer/store/editor/use-draft.ts';
import { isOrigin, type Writing } from '#renderer/store/editor/writing.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { splitUrl } from '#shared/sending/split-url.ts';
import { beginNaming, NamingForm } from './naming-form.tsx';
import { firstName } from './save-dialog.tsx';

type NamingSheetProps = { readonly place: string; readonly writing: Writing; readonly close: () => void };

/** Asks for the name and the folder under which what is written is saved. */
export const NamingSheet = ({ place, writing, close }: NamingSheetProps) => {
  const actions = useActions();
  const { payloads: words } = useWords();
  const { draft } = writing;
  const known = useSession(({ shelf }) => shelf.payloads.find(isOrigin(writing)));
  const { secrets } = useDraft(writing);
  // A name is shown everywhere: no credential of the path is in it.
  const begin = known
    ? { name: words.copyOf(known.name).slice(0, longestName), folder: known.folder }
    : { name: firstName(draft.method, splitUrl(maskedAddress(draft.url, secrets)).target), folder: '' };
  const isLeftOut = draft.sign === 're-sign' && draft.channelId !== null;
  return (
    <Sheet title={words.saveTitle} close={close} begin={beginNaming}>
      <NamingForm
        begin={begin}
        verb={words.verb}
        note={isLeftOut ? words.credentialLeftOut : words.credentialAsItIs}
        save={(naming) => actions.saveWrittenAs(place, naming)}
        close={close}
      />
    </Sheet>
  );
};
