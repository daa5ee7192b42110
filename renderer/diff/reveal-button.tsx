import { Eye } from 'lucide-react';
import { IconButton } from '#renderer/kit/button.tsx';
import { useWords } from '#renderer/words/use-words.tsx';

type RevealButtonProps = { readonly areRevealed: boolean; readonly reveal: (areRevealed: boolean) => void };

/** Shows the credentials of what is compared, and hides them again: in the words of the inspector, whose own button knows one exchange. */
export const RevealButton = ({ areRevealed, reveal }: RevealButtonProps) => {
  const { titles } = useWords().commands;
  return (
    <IconButton
      label={titles['show-credentials']}
      icon={<Eye size={16} aria-hidden />}
      aria-pressed={areRevealed}
      onClick={() => reveal(!areRevealed)}
    />
  );
};
