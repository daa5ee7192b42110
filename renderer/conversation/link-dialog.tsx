import { useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { SelectField, TextField } from '#renderer/kit/fields.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { issuesAt, unreadable } from '#renderer/store/settings-form.ts';
import type { Utterance } from '#shared/exchange/message.ts';

type LinkDialogProps = { readonly close: () => void; readonly say: (utterance: Utterance) => void };
type MediaKind = Extract<Utterance, { kind: 'media' }>['media'];

const kinds: readonly { readonly value: MediaKind; readonly title: string }[] = [
  { value: 'image', title: 'Picture' },
  { value: 'video', title: 'Film' },
  { value: 'audio', title: 'Sound' },
  { value: 'file', title: 'File' },
];

/** A picture or a file is sent as a link: the page reads no file and fetches nothing. */
export const LinkDialog = ({ close, say }: LinkDialogProps) => {
  const [media, setMedia] = useState<MediaKind>('image');
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const submission = useSubmission(async () => {
    if (url.trim() === '') return unreadable([{ path: '/url', message: 'must not be empty' }]);
    say({ kind: 'media', media, url: url.trim(), ...(title.trim() === '' ? {} : { title: title.trim() }) });
    close();
    return null;
  });
  return (
    <Sheet title="Send a picture or file" close={close}>
      <Form submission={submission} pointers={['/url']} verb="Send" cancel={close}>
        <FieldGroup name="Link" isNamed={false}>
          <SelectField
            label="Kind"
            value={media}
            options={kinds}
            onChange={(chosen) => setMedia(kinds.find(({ value }) => value === chosen)?.value ?? 'file')}
          />
          <TextField
            label="Link"
            hint="Where the file is. Hookbench sends the address and fetches nothing."
            isWire
            placeholder="https://"
            value={url}
            issues={issuesAt(submission.refused?.issues ?? [], '/url')}
            onChange={(written) => {
              setUrl(written);
              submission.forgetIssues('/url');
            }}
          />
          <TextField label="Title" hint="What a person reads. May be empty." value={title} onChange={setTitle} />
        </FieldGroup>
      </Form>
    </Sheet>
  );
};
