import { SendHorizontal } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { splitByHand } from '#renderer/store/by-hand.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { chosenVoice, silenceOf, voicesOf } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import type { WaitingTurn } from '#shared/session/state.ts';
import { Countdown } from './countdown.tsx';
import { GestureMenu } from './gesture-menu.tsx';
import { VoiceSwitch, type Speaking } from './voice-switch.tsx';
import styles from './composer.module.css';

type ComposerProps = {
  readonly channel: Channel;
  readonly platform: Platform | undefined;
  readonly conversationId: string | null;
  readonly turn: WaitingTurn | null;
  readonly say: (utterance: Utterance, as: VoiceName) => Promise<boolean>;
};

/** Where a person speaks: with each voice that the channel has, and as the bot while a turn waits for an answer by hand. */
export const Composer = ({ channel, platform, conversationId, turn, say }: ComposerProps) => {
  const actions = useActions();
  const words = useWords();
  const { composer: said } = words;
  const readOnly = useReadOnly();
  const remembered = useBench(({ view }) => view.remembered.voices[channel.id]);
  // A turn that opens is what a person should look at, until they choose otherwise while it waits.
  const [leftTurn, leaveTurn] = useState<number | null>(null);
  const voices = voicesOf(channel, platform);
  const voice = chosenVoice(voices, remembered);
  const answers = turn !== null && (leftTurn !== turn.exchangeId || voice === null);
  const speaking: Speaking | null = answers ? 'answer' : (voice?.name ?? null);
  const place = draftPlace(channel.id, conversationId, speaking);
  // What was begun before there was a conversation is gone on with in the first one, though that came from outside meanwhile.
  const begun = draftPlace(channel.id, null, speaking);
  const text = useBench(({ view: { drafts } }) => drafts[place] || (drafts[begun] ?? ''));
  if (readOnly !== '') return <ReadOnly why={readOnly} />;
  if (speaking === null) return <Silence channel={channel} platform={platform} />;

  const write = (draft: string) => {
    if (begun !== place) actions.writeDraft(begun, '');
    actions.writeDraft(place, draft);
  };
  const send = async () => {
    if (text.trim() === '') return;
    write('');
    if (speaking !== 'answer') {
      await say({ kind: 'text', text }, speaking);
      return;
    }
    const done = turn ? await actions.answerTurn(turn.exchangeId, splitByHand(text)) : false;
    if (!done) write(text);
  };
  const choose = (chosen: Speaking) => {
    leaveTurn(chosen === 'answer' ? null : (turn?.exchangeId ?? null));
    if (chosen !== 'answer') actions.chooseVoice(channel.id, chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter accepts its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const choices: readonly Speaking[] = [...(turn ? (['answer'] as const) : []), ...voices.map(({ name }) => name)];
  return (
    <form
      className={styles.composer}
      aria-label={said.label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {(choices.length > 1 || turn) && (
        <div className={styles.turn}>
          {choices.length > 1 && <VoiceSwitch choices={choices} chosen={speaking} choose={choose} />}
          {turn && <Countdown key={turn.exchangeId} since={turn.since} until={turn.until} />}
        </div>
      )}
      <div className={classes(styles.field, styles[speaking])}>
        {voice && !answers && <GestureMenu voice={voice} say={(utterance) => void say(utterance, voice.name)} />}
        <textarea
          id="composer"
          aria-label={said.message}
          aria-describedby="composer-hint"
          rows={Math.min(8, text.split('\n').length)}
          placeholder={speaking === 'answer' ? said.answerAsBot : said.messageAs(words.names.voices[speaking])}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          type="submit"
          look="primary"
          disabled={text.trim() === ''}
          icon={<SendHorizontal size={14} aria-hidden />}
        >
          {said.send}
        </Button>
      </div>
      <p id="composer-hint" className={styles.hint}>
        {!answers && voice && <span lang="en">{voice.summary} </span>}
        <span>{answers ? said.answerHint : said.hint}</span>
      </p>
    </form>
  );
};

const draftPlace = (channelId: string, conversationId: string | null, speaking: Speaking | null): string =>
  `${channelId} ${conversationId ?? ''} ${speaking ?? ''}`;

/** Where a person would speak on a bench. */
const ReadOnly = ({ why }: { readonly why: string }) => (
  <div className={styles.silence} role="note">
    <p>{why}</p>
  </div>
);

/** Nobody can speak here: why, and the way to change it. */
const Silence = ({ channel, platform }: Pick<ComposerProps, 'channel' | 'platform'>) => {
  const actions = useActions();
  const words = useWords();
  return (
    <div className={styles.silence} role="note">
      <p>{silenceOf(channel, platform, words)}</p>
      <Button onClick={() => actions.showChannel({ channelId: channel.id, part: 'settings' })}>
        {words.conversation.silence.settings}
      </Button>
    </div>
  );
};
