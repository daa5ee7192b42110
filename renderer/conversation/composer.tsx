import { SendHorizontal } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { splitByHand } from '#renderer/store/by-hand.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { WaitingTurn } from '#shared/session/state.ts';
import { Countdown } from './countdown.tsx';
import styles from './composer.module.css';

type ComposerProps = {
  readonly channel: Channel;
  readonly conversationId: string | null;
  readonly turn: WaitingTurn | null;
  readonly say: (utterance: Utterance) => Promise<boolean>;
};
type Voice = 'user' | 'bot';

/** Where a person speaks: as the user, and as the bot while a turn waits for an answer by hand. */
export const Composer = ({ channel, conversationId, turn, say }: ComposerProps) => {
  const actions = useActions();
  const [wanted, setWanted] = useState<Voice>('bot');
  const voice = turn && (wanted === 'bot' || !channel.plays.app) ? 'bot' : 'user';
  const place = `${channel.id} ${conversationId ?? ''} ${voice}`;
  const text = useBench(({ view }) => view.drafts[place] ?? '');
  const canSpeak = voice === 'bot' || channel.plays.app;
  const write = (draft: string) => actions.writeDraft(place, draft);

  const send = async () => {
    if (text.trim() === '' || !canSpeak) return;
    write('');
    if (voice === 'user') {
      await say({ kind: 'text', text });
      return;
    }
    const texts = splitByHand(text);
    const done = turn ? await actions.answerTurn(turn.exchangeId, texts) : false;
    if (!done) write(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter accepts its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className={styles.composer}
      aria-label="Composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {turn && (
        <div className={styles.turn}>
          {channel.plays.app && <VoiceSwitch voice={voice} choose={setWanted} />}
          <Countdown key={turn.exchangeId} since={turn.since} until={turn.until} />
        </div>
      )}
      <div className={classes(styles.field, voice === 'bot' && styles.asBot)}>
        <textarea
          id="composer"
          aria-label="Message"
          aria-describedby="composer-hint"
          rows={Math.min(8, text.split('\n').length)}
          placeholder={placeholder(voice, channel)}
          value={text}
          disabled={!canSpeak}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          type="submit"
          look="primary"
          disabled={text.trim() === '' || !canSpeak}
          icon={<SendHorizontal size={14} aria-hidden />}
        >
          Send
        </Button>
      </div>
      <p id="composer-hint" className={styles.hint}>
        {hint(voice)}
      </p>
    </form>
  );
};

const placeholder = (voice: Voice, channel: Channel): string => {
  if (voice === 'bot') return 'Answer as the bot';
  return channel.plays.app ? 'Message as the user' : 'Messages come from your own app on this channel';
};

const hint = (voice: Voice): string =>
  voice === 'bot'
    ? 'Enter answers · Shift+Enter for a new line · an empty line starts another message'
    : 'Enter sends · Shift+Enter for a new line';

type VoiceSwitchProps = { readonly voice: Voice; readonly choose: (voice: Voice) => void };

const VoiceSwitch = ({ voice, choose }: VoiceSwitchProps) => (
  <div className={styles.voices} role="group" aria-label="Speak as">
    {(['bot', 'user'] as const).map((each) => (
      <button key={each} type="button" aria-pressed={voice === each} onClick={() => choose(each)}>
        As {each}
      </button>
    ))}
  </div>
);
