import { Repeat2, Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { keysText } from '#renderer/store/commands/keys.ts';
import { usePage } from '#renderer/store/context.tsx';
import { useDraft } from '#renderer/store/editor/use-draft.ts';
import type { Writing } from '#renderer/store/editor/writing.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { BodyPart } from './body-part.tsx';
import { HeaderRows } from './header-rows.tsx';
import { RepeatForm } from './repeat-form.tsx';
import { RequestLine } from './request-line.tsx';
import { SendingLine } from './sending-line.tsx';
import styles from './request-part.module.css';

type RequestPartProps = {
  readonly place: string;
  readonly writing: Writing;
  readonly send: () => void;
  readonly sent: () => void;
};

/** The request as it is written: address, credential, headers, body. */
export const RequestPart = ({ place, writing, send, sent }: RequestPartProps) => {
  const { screen } = usePage();
  const words = useWords();
  const { editor: said } = words;
  const view = useDraft(writing);
  const [isRepeating, repeat] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { refused } = writing;
  useEffect(() => {
    if (refused) frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refused]);
  const part = { place, writing, view };
  const isMarked = refused !== null && (refused.issues ?? []).length > 0;
  return (
    <div ref={frame} className={styles.part}>
      <div className={styles.top}>
        <RequestLine {...part} />
        <Button
          look="primary"
          icon={<Send size={14} aria-hidden />}
          tip={keysText('Mod+Enter', screen.isMac)}
          onClick={send}
        >
          {said.send}
        </Button>
        <IconButton
          label={words.burst.open}
          aria-pressed={isRepeating}
          icon={<Repeat2 size={16} aria-hidden />}
          onClick={() => repeat(!isRepeating)}
        />
      </div>
      {isRepeating && <RepeatForm place={place} started={sent} />}
      {refused && (
        <p className={styles.refused} role="alert">
          <ToneIcon tone="bad" size={14} /> {isMarked ? said.notSent : faultText(refused, words)}
        </p>
      )}
      {writing.isCut && (
        <p className={styles.note}>
          <ToneIcon tone="attention" size={14} /> {said.wasCut}
        </p>
      )}
      <SendingLine {...part} />
      <HeaderRows {...part} />
      <BodyPart {...part} />
    </div>
  );
};
