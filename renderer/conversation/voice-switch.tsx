import { Bot, Headset, MessageSquareReply, UserRound } from 'lucide-react';
import type { VoiceName } from '#shared/platforms/voice.ts';
import styles from './composer.module.css';

/** With which voice a person speaks; `answer` is the bot's, for a turn that waits. */
export type Speaking = VoiceName | 'answer';

const icons = { user: UserRound, bot: Bot, agent: Headset, answer: MessageSquareReply } as const;
const words: Readonly<Record<Speaking, string>> = {
  user: 'As user',
  bot: 'As bot',
  agent: 'As agent',
  answer: 'Answer as bot',
};

type VoiceSwitchProps = {
  readonly choices: readonly Speaking[];
  readonly chosen: Speaking;
  readonly choose: (voice: Speaking) => void;
};

export const VoiceSwitch = ({ choices, chosen, choose }: VoiceSwitchProps) => (
  <div className={styles.voices} role="group" aria-label="Speak as">
    {choices.map((each) => {
      const Icon = icons[each];
      return (
        <button key={each} type="button" aria-pressed={chosen === each} onClick={() => choose(each)}>
          <Icon size={13} aria-hidden />
          {words[each]}
        </button>
      );
    })}
  </div>
);
