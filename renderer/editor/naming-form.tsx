import { useId, useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import fields from '#renderer/kit/fields.module.css';
import { TextField } from '#renderer/kit/fields.tsx';
import { useSession } from '#renderer/store/context.tsx';
import { longestName, type PayloadNaming } from '#renderer/store/editor/payload-actions.ts';
import { foldersOf } from '#renderer/store/editor/payload-tree.ts';
import { issuesAt, unreadable } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Fault } from '#shared/contract/fault.ts';

type NamingFormProps = {
  readonly begin: PayloadNaming;
  readonly verb: string;
  /** What is to be known before it is saved. */
  readonly note?: string;
  readonly save: (naming: PayloadNaming) => Promise<Fault | null>;
  readonly close: () => void;
};

/** What a sheet with it begins with: the name, all of it chosen, to be written over. */
export const beginNaming = (): HTMLElement | null => {
  const name = document.querySelector<HTMLInputElement>('[data-naming] input');
  name?.select();
  return name;
};

/** The name of a saved request, and its folder: one that there is, or a new one. */
export const NamingForm = ({ begin, verb, note, save, close }: NamingFormProps) => {
  const words = useWords();
  const { payloads: said } = words;
  const payloads = useSession(({ shelf }) => shelf.payloads);
  const [naming, setNaming] = useState(begin);
  const submission = useSubmission(async () => {
    const name = naming.name.trim();
    if (name === '') return unreadable([{ path: '/name', message: words.form.mustNotBeEmpty }]);
    const refused = await save({ name, folder: naming.folder.trim().replaceAll(/^\/+|\/+$/g, '') });
    if (!refused) close();
    return refused;
  });
  const issues = submission.refused?.issues ?? [];
  const write = (changed: Partial<PayloadNaming>): void => {
    setNaming({ ...naming, ...changed });
    submission.forgetIssues(`/${Object.keys(changed).join('')}`);
  };
  return (
    <Form submission={submission} pointers={['/name', '/folder']} verb={verb} cancel={close}>
      <FieldGroup name={said.saveTitle} isNamed={false}>
        <div data-naming>
          <TextField
            label={said.name}
            value={naming.name}
            issues={issuesAt(issues, '/name', words)}
            onChange={(name) => write({ name: name.slice(0, longestName) })}
          />
        </div>
        <FolderField
          value={naming.folder}
          folders={foldersOf(payloads)}
          issues={issuesAt(issues, '/folder', words)}
          onChange={(folder) => write({ folder })}
        />
        {note !== undefined && <p className={fields.hint}>{note}</p>}
      </FieldGroup>
    </Form>
  );
};

type FolderFieldProps = {
  readonly value: string;
  readonly folders: readonly string[];
  readonly issues: readonly string[];
  readonly onChange: (folder: string) => void;
};

const FolderField = ({ value, folders, issues, onChange }: FolderFieldProps) => {
  const { payloads: said } = useWords();
  const listId = useId();
  return (
    <>
      <TextField
        label={said.folder}
        hint={said.folderHint}
        list={listId}
        value={value}
        issues={issues}
        onChange={(folder) => onChange(folder.slice(0, 500))}
      />
      <datalist id={listId}>
        {folders.map((folder) => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
    </>
  );
};
