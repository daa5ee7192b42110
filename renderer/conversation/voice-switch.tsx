import { Bot, Headset, MessageSquareReply, UserRound } from 'lucide-react';
import type { VoiceName } from '#shared/platforms/voice.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './composer.module.css';

/** With which voice a person speaks; `answer` is the bot's, for a turn that waits. */
export type Speaking = VoiceName | 'answer';

const icons = { user: UserRound, bot: Bot, agent: Headset, answer: MessageSquareReply } as const;

type VoiceSwitchProps = {
  readonly choices: readonly Speaking[];
  readonly chosen: Speaking;
  readonly choose: (voice: Speaking) => void;
};

export const VoiceSwitch = ({ choices, chosen, choose }: VoiceSwitchProps) => {
  const { composer: words } = useWords();
  return (
    <div className={styles.voices} role="group" aria-label={words.speakAs}>
      {choices.map((each) => {
        const Icon = icons[each];
        return (
          <button key={each} type="button" aria-pressed={chosen === each} onClick={() => choose(each)}>
            <Icon size={13} aria-hidden />
            {words.voices[each]}
          </button>
        );
      })}
    </div>
  );
};
