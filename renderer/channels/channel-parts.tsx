import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import tabs from '#renderer/kit/tabs.module.css';
import type { DrawMessage } from '#renderer/rules/preview.tsx';
import { SetupList } from '#renderer/setup/setup-list.tsx';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import type { ChannelPart } from '#renderer/store/remember.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { BotPart } from './bot-part.tsx';
import { ChannelHead } from './channel-head.tsx';
import { CheckPart } from './check-part.tsx';
import { DefectList } from './defect-list.tsx';
import { EnvironmentPart } from './environment-part.tsx';
import { RepliesPart } from './replies-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import type { Writing } from './use-writing.ts';
import styles from './channel-sheet.module.css';

type ChannelPartsProps = {
  readonly channel: Channel;
  readonly part: ChannelPart;
  /** The setting to begin with. */
  readonly setting?: string | undefined;
  /** The reply rule to begin with. */
  readonly rule?: string | undefined;
  readonly writing: Writing;
  readonly drawMessage: DrawMessage;
};

/** All about a channel: its settings, what to paste where, what its app end replies, and how it misbehaves. */
export const ChannelParts = ({ channel, part, setting, rule, writing, drawMessage }: ChannelPartsProps) => {
  const actions = useActions();
  const { channels: words } = useWords();
  const { platforms } = useCatalogue();
  const platform = platforms.find((each) => each.id === channel.platformId);
  const hasRules = channel.plays.app;
  if (!platform) return <p className={styles.absent}>{words.unknownPlatform(channel.platformId)}</p>;
  const unsaved = writing.unsavedParts(channel);
  const tab = (part: ChannelPart, count = 0) => (
    <Tab part={part} count={count} isUnsaved={unsaved.includes(part)}>
      {words.parts[part]}
    </Tab>
  );
  return (
    <>
      <ChannelHead channel={channel} platform={platform} />
      <Tabs.Root
        className={tabs.root}
        value={part === 'replies' && !hasRules ? 'settings' : part}
        onValueChange={(part) => actions.showChannel({ channelId: channel.id, part: part as ChannelPart })}
      >
        <Tabs.List className={tabs.list} aria-label={words.parts.label(channel.name)}>
          {tab('settings')}
          {tab('connect')}
          {tab('check')}
          {tab('environments', channel.environments.length > 1 ? channel.environments.length : 0)}
          {hasRules && tab('replies', channel.replyRules.length)}
          {tab('bot')}
          {tab('defects', channel.defects.length)}
        </Tabs.List>
        {/* Drawn all the time: what was refused in one part outlives a look at another. */}
        <Tabs.Content value="settings" forceMount className={tabs.content} tabIndex={-1}>
          <SettingsPart
            key={channel.environmentId}
            channel={channel}
            platform={platform}
            writing={writing}
            first={setting}
          />
        </Tabs.Content>
        <Tabs.Content value="connect" className={tabs.content} tabIndex={-1}>
          <div className={tabs.scroller}>
            <p className={tabs.lead}>{words.connectLead}</p>
            <SetupList channel={channel} />
          </div>
        </Tabs.Content>
        <Tabs.Content value="check" className={tabs.content} tabIndex={-1}>
          <CheckPart channel={channel} isUnsaved={unsaved.includes('settings')} />
        </Tabs.Content>
        <Tabs.Content value="environments" className={tabs.content} tabIndex={-1}>
          <EnvironmentPart channel={channel} writing={writing} />
        </Tabs.Content>
        {hasRules && (
          <Tabs.Content value="replies" forceMount className={tabs.content} tabIndex={-1}>
            <RepliesPart
              channel={channel}
              platform={platform}
              writing={writing}
              first={rule}
              drawMessage={drawMessage}
            />
          </Tabs.Content>
        )}
        <Tabs.Content value="bot" className={tabs.content} tabIndex={-1}>
          <BotPart channel={channel} platform={platform} />
        </Tabs.Content>
        <Tabs.Content value="defects" className={tabs.content} tabIndex={-1}>
          <DefectList channel={channel} platform={platform} />
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
};

type TabProps = {
  readonly part: ChannelPart;
  readonly count: number;
  readonly isUnsaved: boolean;
  readonly children: ReactNode;
};

const Tab = ({ part, count, isUnsaved, children }: TabProps) => {
  const { channels: words } = useWords();
  return (
    <Tabs.Trigger value={part} className={tabs.tab}>
      {children}
      {count > 0 && <span className={tabs.count}>{count}</span>}
      {isUnsaved && (
        <span className={tabs.unsaved} title={words.unsaved}>
          <span className="only-heard">{words.unsaved}</span>
        </span>
      )}
    </Tabs.Trigger>
  );
};
