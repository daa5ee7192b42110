import { MessagesSquare, Plus } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { endpointsOf } from '#renderer/store/selectors.ts';
import { tryWords } from '#renderer/store/try-words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import styles from './empty.module.css';

/** The first screen of a channel: what to try, and what will happen. */
export const EmptyConversation = ({
  channel,
  say,
}: {
  readonly channel: Channel;
  readonly say: (text: string) => void;
}) => {
  const { platforms, botScripts } = useCatalogue();
  const listening = useSession((session) => session.listening);
  const platform = platforms.find((each) => each.id === channel.platformId);
  const endpoints = endpointsOf(channel, platform, { listening });
  const words = tryWords(botScripts.find((each) => each.id === channel.botId));
  const name = platform?.name ?? channel.platformId;
  return (
    <div className={styles.empty}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>{channel.name}</h3>
      {channel.plays.app ? (
        <>
          <p>{whatHappens(channel, name)}</p>
          <div className={styles.chips} role="group" aria-label="Try it">
            <span className={styles.chipsTitle}>Try it</span>
            {words.map((word) => (
              <button key={word} type="button" className={styles.chip} onClick={() => say(word)}>
                {word}
              </button>
            ))}
          </div>
        </>
      ) : (
        <p>
          {channel.plays.platform
            ? `Hookbench plays the ${name} end and waits for your app. Let it send its users’ messages here; the conversation appears as they arrive.`
            : 'Hookbench plays neither end of this channel. Turn one on in the settings of the channel.'}
        </p>
      )}
      {endpoints.length > 0 && (
        <dl className={styles.addresses}>
          <dt>{channel.plays.app ? 'Your own app can send here too' : 'Your app sends to'}</dt>
          {endpoints.map(({ method, url }) => (
            <dd key={url}>
              <code>
                {method} {url}
              </code>
              <CopyButton text={url} label={`Copy ${url}`} />
            </dd>
          ))}
        </dl>
      )}
    </div>
  );
};

const whatHappens = (channel: Channel, platformName: string): string =>
  channel.plays.platform
    ? `Say something as the user. It goes out as a signed request over real HTTP to the emulated ${platformName} platform on this machine, which checks the token and answers. Click any bubble to see the exact exchange.`
    : `Say something as the user. It goes out as a signed request to ${platformName}, and the bot’s answer appears here. Click any bubble to see the exact exchange.`;

/** A bench without a channel: one step to have one. */
export const NoChannel = () => {
  const actions = useActions();
  return (
    <div className={styles.empty}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>No channel yet</h3>
      <p>
        A channel is one connection of one platform: its settings, its secrets, and which of its two ends Hookbench
        plays.
      </p>
      <Button
        look="primary"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => actions.showDialog({ kind: 'add-channel' })}
      >
        Add a channel
      </Button>
    </div>
  );
};
