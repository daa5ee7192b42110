import { Check, Server } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useActions, usePage } from '#renderer/store/context.tsx';
import { originOf, targetsOf, type Target } from '#renderer/store/editor/targets.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { PartProps } from './part-props.ts';
import styles from './request-part.module.css';

/** Other servers that the request can be sent to: its channel first. */
export const TargetMenu = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const { editor: said } = useWords();
  const { store } = usePage();
  const { url } = writing.draft;
  // Those of the moment in which it opens: what is sent meanwhile moves no line from under the hand.
  const [targets, setTargets] = useState<readonly Target[]>([]);
  const list = (): readonly Target[] => {
    const { session } = store.getState();
    return session ? targetsOf(session, { url, opened: writing.opened.url, channel: view.channelUrl }) : [];
  };
  const whyOf = ({ isOfChannel, isAsOpened, isOwn }: Target): string =>
    [
      ...(isOfChannel && view.channel ? [view.channel.name] : []),
      ...(isAsOpened ? [said.targets.opened[writing.origin.kind]] : []),
      ...(isOwn ? [said.ownBench] : []),
    ].join(' · ');
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(opens) => opens && setTargets(list())}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={said.to} icon={<Server size={14} aria-hidden />} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          {targets.map((target) => (
            <DropdownMenu.Item
              key={target.url}
              className={menu.item}
              onSelect={() => actions.writeRequest(place, { url: target.url })}
            >
              <span className={menu.mark}>{target.url === url && <Check size={14} aria-hidden />}</span>
              <span translate="no" className={menu.words}>
                {target.origin}
              </span>
              <span className={menu.hint}>{whyOf(target)}</span>
            </DropdownMenu.Item>
          ))}
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

/** A saved request goes where it was saved for; where its channel is elsewhere now, that is said, and one press away. */
export const ChannelElsewhere = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const { targets: said } = useWords().editor;
  const { channel, channelUrl } = view;
  const { url } = writing.draft;
  const isAsSaved = writing.origin.kind === 'payload' && originOf(url) === originOf(writing.opened.url);
  if (!isAsSaved || !channel || channelUrl === null || originOf(channelUrl) === originOf(url)) return null;
  return (
    <p className={styles.elsewhere}>
      <span>{said.elsewhere(channel.name, originOf(channelUrl))}</span>
      <Button look="quiet" onClick={() => actions.writeRequest(place, { url: channelUrl })}>
        {said.there}
      </Button>
    </p>
  );
};
