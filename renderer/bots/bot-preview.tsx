import { useCallback, useMemo, useState } from 'react';
import { Preview, type DrawMessage } from '#renderer/rules/preview.tsx';
import { SmallChoice } from '#renderer/rules/small-field.tsx';
import { useLatest } from '#renderer/rules/use-latest.ts';
import { wireText } from '#renderer/rules/wire-text.ts';
import { useCatalogue, useSession } from '#renderer/store/context.tsx';
import { readBot, type BotDraft } from '#renderer/store/rules/bot-draft.ts';
import { previewScenes } from '#renderer/store/rules/preview-scenes.ts';
import { hitName } from '#renderer/store/rules/rule-book.ts';
import type { RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { lossesOf, shownMessages } from '#renderer/store/rules/shown-messages.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { contentOfUtterance, plainText } from '#shared/exchange/message.ts';
import { previewBotRule } from '#shared/preview/preview-bot.ts';

type BotPreviewProps = {
  readonly draft: BotDraft;
  readonly botId: string;
  readonly rule: RuleDraft;
  readonly place: number;
  /** The channel to begin with. */
  readonly channelId: string | undefined;
  readonly drawMessage: DrawMessage;
};

/** What would go over the wire if a rule of a bot spoke, on a channel that can be chosen. */
export const BotPreview = ({ draft, botId, rule, place, channelId, drawMessage }: BotPreviewProps) => {
  const { platforms } = useCatalogue();
  const words = useWords();
  const { preview: said } = words.rules;
  const channels = useSession((session) => session.channels);
  const [chosen, choose] = useState(channelId);
  const scenes = useMemo(() => previewScenes(channels, platforms, words), [channels, platforms, words]);
  const scene = scenes.find(({ id }) => id === chosen) ?? scenes[0] ?? null;
  const read = useMemo(() => readBot(draft, botId, words), [draft, botId, words]);
  const isReadable = read.issues.length === 0;
  const ask = useCallback(
    async () => (scene && isReadable ? previewBotRule(read.bot, place, scene.channel, scene.platform) : null),
    [scene, read, isReadable, place],
  );
  const preview = useLatest(ask);
  const messages = shownMessages(rule);
  const isOther = preview !== null && preview.answeredBy !== hitName(rule, place);
  return (
    <Preview
      choice={
        scenes.length > 1 && (
          <SmallChoice
            label={said.on}
            value={scene?.id ?? ''}
            options={scenes.map(({ id, name }) => ({ value: id, title: name }))}
            onChange={choose}
          />
        )
      }
      messages={messages}
      losses={scene ? lossesOf(messages, scene.platform, scene.channel.settings) : []}
      wire={isReadable ? (preview?.wire.map((each) => wireText(each, words)) ?? 'unknown') : 'unreadable'}
      note={isOther ? said.other(plainText(contentOfUtterance(preview.utterance)), preview.answeredBy) : ''}
      drawMessage={drawMessage}
    />
  );
};
