import { useCallback } from 'react';
import { Preview, type DrawMessage } from '#renderer/rules/preview.tsx';
import { useLatest } from '#renderer/rules/use-latest.ts';
import { replyText } from '#renderer/rules/wire-text.ts';
import { useCatalogue } from '#renderer/store/context.tsx';
import { readReplyRule } from '#renderer/store/rules/read-rule.ts';
import type { RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { lossesOf, shownMessages } from '#renderer/store/rules/shown-messages.ts';
import type { Field } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { previewReply } from '#shared/preview/preview-reply.ts';

type ReplyPreviewProps = {
  readonly rule: RuleDraft;
  readonly channel: Channel;
  readonly platform: Platform;
  readonly switchFields: readonly Field[];
  readonly drawMessage: DrawMessage;
};

/** The reply that a rule would make as it is written now. */
export const ReplyPreview = ({ rule, channel, platform, switchFields, drawMessage }: ReplyPreviewProps) => {
  const { botScripts } = useCatalogue();
  const words = useWords();
  const bot = botScripts.find(({ id }) => id === channel.botId);
  const ask = useCallback(async () => {
    const read = readReplyRule(rule, '', switchFields, words);
    if (read.issues.length > 0) return 'unreadable';
    const reply = await previewReply(read.rule, channel, platform, bot);
    return reply ? [replyText(reply, words.rules.preview.wire)] : 'unknown';
  }, [rule, channel, platform, bot, switchFields, words]);
  const wire = useLatest(ask);
  const messages = shownMessages(rule);
  return (
    <Preview
      messages={messages}
      losses={lossesOf(messages, platform, channel.settings)}
      wire={wire === 'unknown' ? null : wire}
      note={wire === 'unknown' ? words.rules.preview.unasked : ''}
      drawMessage={drawMessage}
    />
  );
};
