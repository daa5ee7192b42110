import { Bot, Headset, Radio, User } from 'lucide-react';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { authorName, botNameOf } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { plainText, type Message } from '#shared/exchange/message.ts';
import styles from './trace-strip.module.css';

const icons = { user: User, bot: Bot, agent: Headset, channel: Radio } as const;
const shortText = 48;

/** The messages that the exchange carried: each leads to its bubble. */
export const Carried = ({ messages }: { readonly messages: readonly Message[] }) => {
  const actions = useActions();
  const words = useWords();
  const catalogue = useCatalogue();
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === messages[0]?.channelId));
  if (messages.length === 0 || !channel) return null;
  const botName = botNameOf(channel, catalogue, words.conversation);
  return (
    <ul className={styles.carried} aria-label={words.trace.carried}>
      {messages.map((message) => {
        const text = plainText(message.content);
        const shown = text.length > shortText ? `${text.slice(0, shortText - 1)}…` : text;
        const Icon = icons[message.author];
        return (
          <li key={message.id} className={styles.item}>
            <button
              type="button"
              className={styles.step}
              aria-label={words.trace.goTo(authorName(message.author, botName, words.conversation), shown)}
              onClick={() => void actions.showMessage(message)}
            >
              <Icon size={12} aria-hidden />
              <span translate="no" className={styles.label}>
                {words.trace.quote(shown)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
