import { Archive, Cable, FileJson, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Choices } from '#renderer/kit/choices.tsx';
import { SelectField } from '#renderer/kit/fields.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import type { FileKind, KnownFile } from '#renderer/store/files/given-file.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { FileUse } from '#shared/contract/shell.ts';
import styles from './import-sheet.module.css';

/** Asks what is done with files that have come. */
export const ImportSheet = () => {
  const dialog = useBench(({ view }) => view.dialog);
  return dialog?.kind === 'import' ? <OpenImport files={dialog.files} /> : null;
};

const OpenImport = ({ files }: { readonly files: readonly KnownFile[] }) => {
  const actions = useActions();
  const { importing: words } = useWords();
  const channels = useSession((session) => session.channels);
  const [wanted, setWanted] = useState<FileUse>('open');
  const [channelId, setChannelId] = useState('');
  const [only, ...more] = files;
  const bundle = only?.kind === 'bundle' && more.length === 0 ? only.file : null;
  const isOpened = bundle !== null && wanted === 'open';
  const close = () => actions.showDialog(null);
  const carryOut = (): void => {
    close();
    if (isOpened) void actions.openBundle(bundle);
    else
      void actions.importFiles(
        files.map(({ file }) => file),
        channelId === '' ? null : channelId,
      );
  };
  return (
    <Sheet title={bundle ? words.titleOfBundle : words.title} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          carryOut();
        }}
      >
        <FileList files={files} />
        {bundle && (
          <Choices
            legend={words.use}
            isFirst
            value={wanted}
            choices={[
              { value: 'open', title: words.open, detail: words.openHint },
              { value: 'import', title: words.import, detail: words.importHint },
            ]}
            onChange={setWanted}
          />
        )}
        {!isOpened && (
          <>
            <SelectField
              label={words.channel}
              hint={words.channelHint}
              value={channelId}
              options={[
                { value: '', title: words.noChannel },
                ...channels.map(({ id, name }) => ({ value: id, title: name })),
              ]}
              onChange={setChannelId}
            />
            <p className={styles.note}>{words.untrusted}</p>
          </>
        )}
        <div className={styles.answers}>
          <Button onClick={close}>{words.cancel}</Button>
          <Button look="primary" type="submit" autoFocus={bundle === null}>
            {isOpened ? words.openIt : words.importIt}
          </Button>
        </div>
      </form>
    </Sheet>
  );
};

const icons: Readonly<Record<FileKind, typeof Archive>> = { bundle: Archive, channel: Cable, traffic: FileJson };

const FileList = ({ files }: { readonly files: readonly KnownFile[] }) => {
  const actions = useActions();
  const { importing: words, format } = useWords();
  return (
    <ul className={styles.files} aria-label={words.files}>
      {files.map(({ file, kind }, place) => {
        const Icon = icons[kind];
        return (
          // eslint-disable-next-line react/no-array-index-key -- Two files may have one name.
          <li key={`${file.name} ${String(place)}`} className={styles.file}>
            <Icon size={14} aria-hidden />
            <span translate="no" className={styles.name} title={file.name}>
              {file.name}
            </span>
            <span className={styles.kind}>{words.kinds[kind]}</span>
            <span className={styles.size}>{format.bytes(file.size)}</span>
            {files.length > 1 && (
              <IconButton
                label={words.takeOut(file.name)}
                icon={<X size={14} aria-hidden />}
                onClick={() =>
                  actions.showDialog({ kind: 'import', files: files.filter((_, other) => other !== place) })
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};
