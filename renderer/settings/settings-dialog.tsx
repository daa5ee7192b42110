import { useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { benchFields } from '#renderer/store/bench-settings.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { draftOf, withWritten } from '#renderer/store/settings-form.ts';
import type { Listening } from '#shared/session/state.ts';
import { ProductFacts } from './product-facts.tsx';

/** What can be set for the whole bench, and what it is. */
export const SettingsDialog = () => {
  const actions = useActions();
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'settings');
  const close = () => actions.showDialog(null);
  if (!isOpen) return null;
  return (
    <Sheet title="Settings" close={close}>
      <SettingsForm close={close} />
    </Sheet>
  );
};

const pointers = benchFields.map(({ pointer }) => pointer);

const SettingsForm = ({ close }: { readonly close: () => void }) => {
  const actions = useActions();
  const settings = useSession((session) => session.settings);
  const portNote = useSession(({ listening }) => listeningElsewhere(listening, settings.port));
  const [draft, setDraft] = useState(() => draftOf(benchFields, settings));
  const submission = useSubmission(() => actions.saveSettings(draft));
  return (
    <Form submission={submission} pointers={pointers} verb="Save" cancel={close}>
      <SettingGroups
        fields={benchFields}
        draft={draft}
        notes={portNote === null ? {} : { port: portNote }}
        issues={submission.refused?.issues ?? []}
        onChange={({ name, pointer }, written) => {
          setDraft((before) => withWritten(before, name, written));
          submission.forgetIssues(pointer);
        }}
      />
      <FieldGroup name="This Hookbench">
        <ProductFacts />
      </FieldGroup>
    </Form>
  );
};

/** It was started with another port than the one that is set. */
const listeningElsewhere = (listening: Listening, port: number): string | null =>
  listening.state === 'listening' && port !== 0 && listening.port !== port
    ? `This time it was started on port ${String(listening.port)}.`
    : null;
