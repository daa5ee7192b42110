import { useEffect, useMemo, useRef, useState } from 'react';
import { FieldGroup, Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { LongField, SelectField } from '#renderer/kit/fields.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { currentChannel } from '#renderer/store/selectors.ts';
import { issuesAt, unreadable } from '#renderer/store/settings-form.ts';
import type { Examined } from '#renderer/store/trust-actions.ts';
import { endName } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { readPasted } from '#shared/trust/pasted.ts';
import { SignedBytes } from './byte-truth.tsx';
import { Causes } from './causes.tsx';
import { CheckList } from './checks.tsx';
import { Credential } from './token.tsx';
import { VerdictBlock } from './verdict-block.tsx';
import { WhatIf } from './what-if.tsx';
import styles from './trust.module.css';

/** Looks into what was pasted, as a channel would judge it. It works offline: nothing is sent, and nothing kept. */
export const ExamineDialog = () => {
  const actions = useActions();
  const { examine: words } = useWords().trust;
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'examine-text');
  const channels = useSession((session) => session.channels);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const current = currentChannel(channels, chosen);
  if (!isOpen) return null;
  const close = () => actions.showDialog(null);
  return (
    <Sheet title={words.title} close={close} isLarge>
      {current ? (
        <ExamineForm channels={channels} first={current.id} close={close} />
      ) : (
        <p className={styles.absent}>{words.noChannel}</p>
      )}
    </Sheet>
  );
};

type ExamineFormProps = {
  readonly channels: readonly Channel[];
  readonly first: string;
  readonly close: () => void;
};
type Looked = { readonly channelId: string; readonly text: string; readonly at: number; readonly examined: Examined };

const ExamineForm = ({ channels, first, close }: ExamineFormProps) => {
  const actions = useActions();
  const spoken = useWords();
  const { form, trust } = spoken;
  const { examine: words } = trust;
  const [channelId, setChannel] = useState(first);
  const [text, setText] = useState('');
  const [looked, setLooked] = useState<Looked | null>(null);
  const submission = useSubmission(async () => {
    if (text.trim() === '') return unreadable([{ path: '/text', message: form.mustNotBeEmpty }]);
    const asked = await actions.examine({ channelId, source: { kind: 'text', text } });
    if (!asked.ok) return asked.fault;
    setLooked({ channelId, text, at: Date.now(), examined: asked.answer });
    return null;
  });
  return (
    <Form submission={submission} pointers={['/text']} verb={words.verb} leave={words.close} cancel={close}>
      <FieldGroup name={words.group} isNamed={false}>
        <SelectField
          label={words.channel}
          hint={words.channelHint}
          value={channelId}
          options={channels.map(({ id, name }) => ({ value: id, title: name }))}
          onChange={(id) => {
            setChannel(id);
            setLooked(null);
          }}
        />
        <LongField
          label={words.text}
          hint={words.textHint}
          isWire
          rows={6}
          value={text}
          issues={issuesAt(submission.refused?.issues ?? [], '/text', spoken)}
          onChange={(written) => {
            setText(written);
            setLooked(null);
            submission.forgetIssues('/text');
          }}
        />
      </FieldGroup>
      {looked && <Outcome key={looked.at} looked={looked} channels={channels} />}
    </Form>
  );
};

const Outcome = ({ looked, channels }: { readonly looked: Looked; readonly channels: readonly Channel[] }) => {
  const { verdict, end, notes } = looked.examined;
  const words = useWords();
  const { examine } = words.trust;
  const { platforms } = useCatalogue();
  const source = useMemo(() => ({ kind: 'text', text: looked.text }) as const, [looked.text]);
  const channel = channels.find(({ id }) => id === looked.channelId);
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  const pasted = readPasted(looked.text);
  const top = useRef<HTMLDivElement>(null);
  // Below a long text it would be out of sight.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={top} className={styles.looked}>
      <div role="status">
        <VerdictBlock verdict={verdict} label={examine.outcome} isBoxed />
      </div>
      {platform && (
        <p className={styles.soft}>
          {[examine.judgedAs(endName(end, platform, words), channel?.name ?? examine.theChannel), ...notes].join(' ')}
        </p>
      )}
      {verdict.examination && <Causes examination={verdict.examination} />}
      {verdict.examination?.bytes && <SignedBytes bytes={verdict.examination.bytes} />}
      {verdict.checks.length > 0 && <CheckList checks={verdict.checks} />}
      {pasted.ok && <Credential verdict={verdict} headers={pasted.request.headers} />}
      <WhatIf channelId={looked.channelId} source={source} asOf={looked.at} />
    </div>
  );
};
