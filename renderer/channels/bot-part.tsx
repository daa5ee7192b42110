import { Bot } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { SelectField } from '#renderer/kit/fields.tsx';
import tabs from '#renderer/kit/tabs.module.css';
import { useActions, useCatalogue, usePage } from '#renderer/store/context.tsx';
import { botEndOf } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { byHand, type Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import styles from './channel-sheet.module.css';

type BotPartProps = { readonly channel: Channel; readonly platform: Platform };

/** Who answers as the bot of a channel, and the way to its rules. */
export const BotPart = ({ channel, platform }: BotPartProps) => {
  const actions = useActions();
  const { catalogue } = usePage();
  const { botScripts } = useCatalogue();
  const { bots: words, channels } = useWords();
  const { form } = channels;
  const { botId } = channel;
  const bot = botScripts.find(({ id }) => id === botId);
  const isBuiltIn = catalogue.botScripts.some(({ id }) => id === botId);
  const isGone = !bot && botId !== byHand;
  return (
    <div className={tabs.scroller}>
      <p className={tabs.lead}>{words.part.lead}</p>
      {!channel.plays[botEndOf(channel, platform)] && <p className={tabs.lead}>{words.part.none}</p>}
      <SelectField
        label={form.whoAnswers}
        hint={botId === byHand ? words.part.byHandNote : bot ? words.part.rules(bot.rules.length) : ''}
        issues={isGone ? [words.part.gone] : []}
        value={isGone ? '' : botId}
        options={[
          ...(isGone ? [{ value: '', title: '' }] : []),
          ...botScripts.map(({ id, name }) => ({ value: id, title: name })),
          { value: byHand, title: form.byHand },
        ]}
        onChange={(chosen) => void actions.chooseBot(channel.id, chosen)}
      />
      <div className={styles.botActs}>
        <Button
          icon={<Bot size={14} aria-hidden />}
          onClick={() =>
            actions.showBot({ ...(bot ? { botId: bot.id } : {}), from: { channelId: channel.id, part: 'bot' } })
          }
        >
          {isBuiltIn || !bot ? words.part.look : words.part.edit}
        </Button>
      </div>
    </div>
  );
};
