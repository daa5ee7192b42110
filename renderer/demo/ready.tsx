import { ArrowLeft, ArrowRight, Play, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { SwitchField } from '#renderer/kit/fields.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import type { Demo } from '#renderer/store/demo/demo.ts';
import { patience } from '#renderer/store/demo/live-turn.ts';
import { conversationsOf } from '#renderer/store/selectors.ts';
import { voicesOf } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { SpeedChoice } from './controls.tsx';
import styles from './ready.module.css';

/** Which conversation, how fast, and whether live: asked before anybody looks. */
export const Ready = ({ demo }: { readonly demo: Demo }) => {
  const actions = useActions();
  const { demo: words } = useWords();
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === demo.channelId));
  const isBundle = useSession(({ openedBundle }) => openedBundle !== null);
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  const voice = (channel && voicesOf(channel, platform).find(({ name }) => name === 'user')) ?? null;
  const why = isBundle ? words.live.bundle : voice ? '' : words.live.noVoice;
  const hasWords = demo.recording.length > 0;
  return (
    <div className={styles.ready}>
      <IconButton
        label={words.exit}
        keys="Esc"
        className={styles.exit}
        icon={<X size={18} aria-hidden />}
        onClick={actions.closeDemo}
      />
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <ConversationChoice demo={demo} />
      {demo.isReading ? (
        <Skeleton lines={2} label={words.reading} />
      ) : hasWords ? (
        <div className={styles.terms}>
          <p className={styles.soft}>{words.messages(demo.recording.length)}</p>
          {why === '' ? (
            <SwitchField
              label={words.live.title}
              hint={words.live.hint(patience / 1000)}
              isOn={demo.wantsLive}
              onChange={actions.chooseLive}
            />
          ) : (
            <p className={styles.soft}>{why}</p>
          )}
          <div className={styles.start}>
            <span className={styles.soft} aria-hidden>
              {words.speed}
            </span>
            <SpeedChoice demo={demo} />
            <Button
              look="primary"
              icon={<Play size={14} aria-hidden />}
              autoFocus
              onClick={() => actions.startDemo(why === '' ? voice : null)}
            >
              {words.start}
            </Button>
          </div>
        </div>
      ) : (
        <p>{words.nothingSaid}</p>
      )}
      <KeysHelp />
    </div>
  );
};

/** The font of the page has no arrows to the sides. */
const drawn: Readonly<Record<string, ReactNode>> = {
  '→': <ArrowRight size={12} aria-label="→" />,
  '←': <ArrowLeft size={12} aria-label="←" />,
};

/** The keys for a presenter's hand. */
const KeysHelp = () => {
  const { demo: words } = useWords();
  const keys = [
    [words.space, `${words.play}, ${words.pause}`],
    ['→', words.forward],
    ['←', words.back],
    ['↑ ↓', words.speed],
    ['N', words.notes.toggle],
    ['W', words.wire.toggle],
    ['F', words.fullScreen],
    ['Esc', words.exit],
  ] as const satisfies readonly (readonly [key: string, does: string])[];
  return (
    <dl className={styles.keys}>
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{drawn[key] ?? key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
};

const ConversationChoice = ({ demo }: { readonly demo: Demo }) => {
  const actions = useActions();
  const { demo: words, format } = useWords();
  const channels = useSession((session) => session.channels);
  const conversations = useSession((session) => session.conversations);
  return (
    <select
      className={styles.choice}
      aria-label={words.choose}
      value={demo.conversationId}
      onChange={(event) => {
        const chosen = conversations.find(({ id }) => id === event.target.value);
        if (chosen) void actions.openDemo(chosen.channelId, chosen.id);
      }}
    >
      {channels.map((channel) => (
        <optgroup key={channel.id} label={channel.name}>
          {conversationsOf(conversations, channel.id).map(({ id, userId, startedAt }) => (
            <option key={id} value={id}>
              {userId} · {format.moment(startedAt)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
};
