import { useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { LongField } from '#renderer/kit/fields.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { ownOrigin } from '#renderer/store/editor/open-request.ts';
import { currentChannel } from '#renderer/store/selectors.ts';
import { issuesAt, unreadable } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { editedRequestOf } from '#shared/sending/request-bytes.ts';
import { readPasted } from '#shared/trust/pasted.ts';

/** Takes a request that was written elsewhere, and opens it in the editor. */
export const PasteDialog = () => {
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'paste-request');
  return isOpen ? <Open /> : null;
};

const Open = () => {
  const actions = useActions();
  const words = useWords();
  const { paste: said } = words.editor;
  const session = useBench((state) => state.session);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const [text, setText] = useState('');
  const submission = useSubmission(async () => {
    if (text.trim() === '') return unreadable([{ path: '/text', message: words.form.mustNotBeEmpty }]);
    const pasted = readPasted(text);
    if (!pasted.ok) return unreadable([{ path: '/text', message: pasted.problem }]);
    if (pasted.kind === 'token') return unreadable([{ path: '/text', message: said.token }]);
    if (!session) return null;
    const origin = pasted.origin ?? ownOrigin(session);
    const own = origin === ownOrigin(session) ? currentChannel(session.channels, chosen)?.id : undefined;
    actions.editPasted(editedRequestOf(pasted.request, { origin, channelId: own ?? null }));
    return null;
  });
  const close = () => actions.showDialog(null);
  return (
    <Sheet title={said.title} close={close} isLarge>
      <Form submission={submission} pointers={['/text']} verb={said.verb} cancel={close}>
        <FieldGroup name={said.title} isNamed={false}>
          <LongField
            label={said.text}
            hint={said.hint}
            isWire
            rows={12}
            value={text}
            issues={issuesAt(submission.refused?.issues ?? [], '/text', words)}
            onChange={(written) => {
              setText(written);
              submission.forgetIssues('/text');
            }}
          />
        </FieldGroup>
      </Form>
    </Sheet>
  );
};
