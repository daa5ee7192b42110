import { useMemo, useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { benchFields, spokenBenchFields } from '#renderer/store/bench-settings.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { draftOf, withWritten } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Listening } from '#shared/session/state.ts';
import { ProductFacts } from './product-facts.tsx';

/** What can be set for the whole bench, and what it is. */
export const SettingsDialog = () => {
  const actions = useActions();
  const { settings: words } = useWords();
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'settings');
  const close = () => actions.showDialog(null);
  if (!isOpen) return null;
  return (
    <Sheet title={words.title} close={close}>
      <SettingsForm close={close} />
    </Sheet>
  );
};

const pointers = benchFields.map(({ pointer }) => pointer);

const SettingsForm = ({ close }: { readonly close: () => void }) => {
  const actions = useActions();
  const settings = useSession((session) => session.settings);
  const words = useWords();
  const fields = useMemo(() => spokenBenchFields(words), [words]);
  const portElsewhere = useSession(({ listening }) => listeningElsewhere(listening, settings.port));
  const [draft, setDraft] = useState(() => draftOf(benchFields, settings));
  const submission = useSubmission(() => actions.saveSettings(draft, words));
  return (
    <Form submission={submission} pointers={pointers} verb={words.settings.save} cancel={close}>
      <SettingGroups
        fields={fields}
        draft={draft}
        notes={portElsewhere === null ? {} : { port: words.settings.startedOnPort(portElsewhere) }}
        issues={submission.refused?.issues ?? []}
        onChange={({ name, pointer }, written) => {
          setDraft((before) => withWritten(before, name, written));
          submission.forgetIssues(pointer);
        }}
      />
      <FieldGroup name={words.settings.thisHookbench}>
        <ProductFacts />
      </FieldGroup>
    </Form>
  );
};

/** The port that it was started with, where that is another one than is set. */
const listeningElsewhere = (listening: Listening, port: number): number | null =>
  listening.state === 'listening' && port !== 0 && listening.port !== port ? listening.port : null;
