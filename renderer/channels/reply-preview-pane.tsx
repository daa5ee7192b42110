import { useEffect, useState } from 'react';
import { useCatalogue } from '#renderer/store/context.tsx';
import { previewReply, type ReplyPreview } from '#shared/preview/preview-reply.ts';
import { readRule, type RuleDraft } from '#renderer/store/reply-rules.ts';
import type { Field } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import styles from './reply-rules.module.css';

type ReplyPreviewPaneProps = {
  readonly rule: RuleDraft;
  readonly channel: Channel;
  readonly platform: Platform;
  readonly switchFields: readonly Field[];
};

/** The reply that the rule would make as it is written now. */
export const ReplyPreviewPane = ({ rule, channel, platform, switchFields }: ReplyPreviewPaneProps) => {
  const { botScripts } = useCatalogue();
  const words = useWords();
  const [preview, setPreview] = useState<ReplyPreview | 'unknown' | 'unreadable' | null>(null);
  const bot = botScripts.find((each) => each.id === channel.botId);
  useEffect(() => {
    let isWanted = true;
    const draw = async () => {
      const read = readRule(rule, 0, switchFields, words);
      const made = read.issues.length > 0 ? 'unreadable' : await previewReply(read.rule, channel, platform, bot);
      if (isWanted) setPreview(made ?? 'unknown');
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [rule, channel, platform, bot, switchFields, words]);
  const { preview: said } = words.replyRules;
  return (
    <section className={styles.preview} aria-label={said.label}>
      <h4>{said.title}</h4>
      {preview === 'unreadable' && <p className={styles.always}>{said.unreadable}</p>}
      {preview === 'unknown' && <p className={styles.always}>{said.unknown}</p>}
      {preview !== null && typeof preview === 'object' && (
        <pre className={styles.wire} tabIndex={0} aria-label={said.wire}>
          {headOf(preview)}
          {preview.body}
        </pre>
      )}
    </section>
  );
};

const headOf = ({ status, headers }: ReplyPreview): string =>
  `${[`HTTP/1.1 ${String(status)}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n')}\n\n`;
