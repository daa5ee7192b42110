import { useWords } from '#renderer/words/use-words.tsx';
import { useSession } from './context.tsx';

/** Why nothing can be changed or sent here; empty where it can. */
export const useReadOnly = (): string => {
  const { commands } = useWords();
  return useSession(({ openedBundle }) => openedBundle !== null) ? commands.notInBundle : '';
};
