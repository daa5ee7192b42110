import type { ReactNode } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './shell.module.css';

/** What is wrong with the bench for as long as it lasts, above everything else, with what to do. What happened once is in the status bar. */
export const Banners = () => (
  <>
    <LostBanner />
    <ListeningBanner />
    <StoreBanner />
  </>
);

type BannerProps = { readonly tone: 'bad' | 'attention'; readonly words: string; readonly children?: ReactNode };

const Banner = ({ tone, words, children }: BannerProps) => (
  <div className={classes(styles.banner, styles[tone])} role="alert">
    <ToneIcon tone={tone} />
    <p>{words}</p>
    {children}
  </div>
);

const LostBanner = () => {
  const { shell: words } = useWords();
  const isLost = useBench(({ link }) => link.state === 'lost');
  return isLost ? <Banner tone="attention" words={words.connectionLost} /> : null;
};

const ListeningBanner = () => {
  const actions = useActions();
  const words = useWords();
  const listening = useSession((session) => session.listening);
  if (listening.state !== 'failed') return null;
  const free = Number(listening.fault.values?.['free']);
  return (
    <Banner tone="bad" words={faultText(listening.fault, words)}>
      {Number.isInteger(free) && free > 0 && (
        <Button onClick={() => void actions.listenOn(free)}>{words.shell.takePort(free)}</Button>
      )}
    </Banner>
  );
};

const StoreBanner = () => {
  const words = useWords();
  const store = useSession((session) => session.store);
  if (store.state === 'keeping') return null;
  const { shell, format } = words;
  const sentences = [
    faultText(store.fault, words),
    shell.waitInMemory(format.count(store.waiting)),
    ...(store.lost > 0 ? [shell.couldNotBeKept(format.count(store.lost))] : []),
  ];
  return <Banner tone="bad" words={sentences.join(' ')} />;
};
