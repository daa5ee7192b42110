import { useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { SelectField, TextField } from '#renderer/kit/fields.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { issuesAt, unreadable } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Utterance } from '#shared/exchange/message.ts';

type LinkDialogProps = { readonly close: () => void; readonly say: (utterance: Utterance) => void };
type MediaKind = Extract<Utterance, { kind: 'media' }>['media'];

const kinds: readonly MediaKind[] = ['image', 'video', 'audio', 'file'];

/** A picture or a file is sent as a link: the page reads no file and fetches nothing. */
export const LinkDialog = ({ close, say }: LinkDialogProps) => {
  const spoken = useWords();
  const { composer, form } = spoken;
  const { linkDialog: words } = composer;
  const [media, setMedia] = useState<MediaKind>('image');
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const submission = useSubmission(async () => {
    if (url.trim() === '') return unreadable([{ path: '/url', message: form.mustNotBeEmpty }]);
    say({ kind: 'media', media, url: url.trim(), ...(title.trim() === '' ? {} : { title: title.trim() }) });
    close();
    return null;
  });
  return (
    <Sheet title={words.title} close={close}>
      <Form submission={submission} pointers={['/url']} verb={composer.send} cancel={close}>
        <FieldGroup name={words.group} isNamed={false}>
          <SelectField
            label={words.kind}
            value={media}
            options={kinds.map((value) => ({ value, title: words.kinds[value] }))}
            onChange={(chosen) => setMedia(kinds.find((each) => each === chosen) ?? 'file')}
          />
          <TextField
            label={words.link}
            hint={words.linkHint}
            isWire
            placeholder="https://"
            value={url}
            issues={issuesAt(submission.refused?.issues ?? [], '/url', spoken)}
            onChange={(written) => {
              setUrl(written);
              submission.forgetIssues('/url');
            }}
          />
          <TextField label={words.name} hint={words.nameHint} value={title} onChange={setTitle} />
        </FieldGroup>
      </Form>
    </Sheet>
  );
};
