import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { Button } from '#renderer/kit/button.tsx';
import { SelectField } from '#renderer/kit/fields.tsx';
import { writtenOver, type ChannelTerms } from '#renderer/store/channel-draft.ts';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import { fieldsOf, issuesAt, readDraft, unreadable } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { byHand } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { ChannelFields, channelPointers } from './channel-fields.tsx';

type NewChannelFormProps = {
  readonly platform: Platform;
  readonly cancel: () => void;
  /** To the choice of another platform. */
  readonly goBack: () => void;
};

/** The settings of a channel that is not there yet. */
export const NewChannelForm = ({ platform, cancel, goBack }: NewChannelFormProps) => {
  const actions = useActions();
  const { botScripts } = useCatalogue();
  const words = useWords();
  const { form } = words.channels;
  const fields = useMemo(() => fieldsOf(platform.settings, '/settings'), [platform]);
  const [terms, setTerms] = useState<ChannelTerms>(() =>
    writtenOver({ name: platform.name, plays: { platform: true, app: true }, settings: {} }, {}, fields),
  );
  const [botId, setBot] = useState(platform.demo.botId);
  const submission = useSubmission(async () => {
    const read = readDraft(fields, terms.settings, words.form);
    if (!read.ok) return unreadable(read.issues);
    const { name, plays } = terms;
    return actions.addChannel({
      platformId: platform.id,
      name: name.trim(),
      plays,
      botId,
      settings: { ...read.settings },
    });
  });
  const issues = submission.refused?.issues ?? [];
  return (
    <Form
      submission={submission}
      pointers={['/botId', ...channelPointers(fields)]}
      verb={form.add}
      cancel={cancel}
      aside={
        <Button look="quiet" icon={<ArrowLeft size={14} aria-hidden />} onClick={goBack}>
          {form.anotherPlatform}
        </Button>
      }
    >
      <ChannelFields
        platform={platform}
        fields={fields}
        terms={terms}
        issues={issues}
        onChange={(changed, place) => {
          setTerms(changed);
          if (place !== '') submission.forgetIssues(place);
        }}
      />
      <FieldGroup name={form.whoAnswers} isNamed={false}>
        <SelectField
          label={form.whoAnswers}
          hint={form.whoAnswersHint}
          value={botId}
          issues={issuesAt(issues, '/botId', words)}
          options={[
            ...botScripts.map(({ id, name }) => ({ value: id, title: name })),
            { value: byHand, title: form.byHand },
          ]}
          onChange={(written) => {
            setBot(written);
            submission.forgetIssues('/botId');
          }}
        />
      </FieldGroup>
    </Form>
  );
};
