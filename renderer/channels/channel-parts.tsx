import { Tabs } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import tabs from '#renderer/kit/tabs.module.css';
import { SetupList } from '#renderer/setup/setup-list.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import type { ChannelPart } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { ChannelForm } from './channel-form.tsx';
import { DefectList } from './defect-list.tsx';
import { ReplyRulesForm } from './reply-rules-form.tsx';
import styles from './channels.module.css';

type ChannelPartsProps = {
  readonly channel: Channel;
  readonly first: ChannelPart;
  /** The setting to begin with. */
  readonly setting?: string | undefined;
};

/** All about a channel: its settings, what to paste where, what its app end replies, and how it misbehaves. */
export const ChannelParts = ({ channel, first, setting }: ChannelPartsProps) => {
  const actions = useActions();
  const { channels: words } = useWords();
  const { platforms } = useCatalogue();
  const platform = platforms.find((each) => each.id === channel.platformId);
  const hasRules = channel.plays.app;
  const [part, show] = useState<string>(first === 'replies' && !hasRules ? 'settings' : first);
  if (!platform) return <p className={styles.absent}>{words.unknownPlatform(channel.platformId)}</p>;
  const close = () => actions.showDialog(null);
  return (
    <Tabs.Root className={tabs.root} value={part} onValueChange={show}>
      <Tabs.List className={tabs.list} aria-label={words.parts.label(channel.name)}>
        <Tab part="settings">{words.parts.settings}</Tab>
        <Tab part="connect">{words.parts.connect}</Tab>
        {hasRules && (
          <Tab part="replies" count={channel.replyRules.length}>
            {words.parts.replies}
          </Tab>
        )}
        <Tab part="defects" count={channel.defects.length}>
          {words.parts.defects}
        </Tab>
      </Tabs.List>
      {/* Drawn all the time: what is being written in one part outlives a look at another. */}
      <Tabs.Content value="settings" forceMount className={tabs.content} tabIndex={-1}>
        <ChannelForm channel={channel} platform={platform} cancel={close} first={setting} />
      </Tabs.Content>
      <Tabs.Content value="connect" className={tabs.content} tabIndex={-1}>
        <div className={tabs.scroller}>
          <p className={tabs.lead}>{words.connectLead}</p>
          <SetupList channel={channel} />
        </div>
      </Tabs.Content>
      {hasRules && (
        <Tabs.Content value="replies" forceMount className={tabs.content} tabIndex={-1}>
          <ReplyRulesForm channel={channel} platform={platform} cancel={close} />
        </Tabs.Content>
      )}
      <Tabs.Content value="defects" className={tabs.content} tabIndex={-1}>
        <DefectList channel={channel} platform={platform} />
      </Tabs.Content>
    </Tabs.Root>
  );
};

type TabProps = { readonly part: ChannelPart; readonly count?: number; readonly children: ReactNode };

const Tab = ({ part, count = 0, children }: TabProps) => (
  <Tabs.Trigger value={part} className={tabs.tab}>
    {children}
    {count > 0 && <span className={tabs.count}>{count}</span>}
  </Tabs.Trigger>
);
