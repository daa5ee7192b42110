import { Paperclip, Plus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Utterance } from '#shared/exchange/message.ts';
import type { Voice } from '#shared/platforms/voice.ts';
import { LinkDialog } from './link-dialog.tsx';
import styles from './composer.module.css';

type GestureMenuProps = { readonly voice: Voice; readonly say: (utterance: Utterance) => void };

/** What this voice can do besides typing. */
export const GestureMenu = ({ voice, say }: GestureMenuProps) => {
  const { composer: words, names } = useWords();
  const [isSendingLink, setSendingLink] = useState(false);
  if (voice.gestures.length === 0 && !voice.sendsMedia) return null;
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <IconButton
            className={styles.more}
            label={words.moreAs(names.voices[voice.name])}
            icon={<Plus size={16} aria-hidden />}
          />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <MenuContent align="start" side="top" sideOffset={8}>
            <DropdownMenu.Label className={menu.label}>{words.as(names.voices[voice.name])}</DropdownMenu.Label>
            {voice.gestures.map(({ id, title, summary }) => (
              <DropdownMenu.Item
                key={id}
                lang="en"
                className={menu.told}
                onSelect={() => say({ kind: 'gesture', id, title })}
              >
                <span>{title}</span>
                <span className={menu.telling}>{summary}</span>
              </DropdownMenu.Item>
            ))}
            {voice.sendsMedia && (
              <>
                {voice.gestures.length > 0 && <DropdownMenu.Separator className={menu.separator} />}
                <DropdownMenu.Item className={menu.item} onSelect={() => setSendingLink(true)}>
                  <Paperclip size={14} aria-hidden />
                  <span className={menu.words}>{words.sendLink}</span>
                </DropdownMenu.Item>
              </>
            )}
          </MenuContent>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {isSendingLink && <LinkDialog close={() => setSendingLink(false)} say={say} />}
    </>
  );
};
