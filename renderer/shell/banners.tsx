import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { formatCount } from '#renderer/kit/format.ts';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import styles from './shell.module.css';

/** What is wrong with the bench itself, above everything else, with what to do. */
export const Banners = () => (
  <>
    <LostBanner />
    <ListeningBanner />
    <StoreBanner />
    <NoticeBanner />
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
  const isLost = useBench(({ link }) => link.state === 'lost');
  return isLost ? (
    <Banner
      tone="attention"
      words="The connection to Hookbench is lost: what you see may be old. Check that it is still running; the page reconnects by itself."
    />
  ) : null;
};

const ListeningBanner = () => {
  const actions = useActions();
  const listening = useSession((session) => session.listening);
  if (listening.state !== 'failed') return null;
  const { message, next, values } = listening.fault;
  const free = Number(values?.['free']);
  return (
    <Banner tone="bad" words={`${message} ${next}`}>
      {Number.isInteger(free) && free > 0 && (
        <Button onClick={() => void actions.listenOn(free)}>Use port {free}</Button>
      )}
    </Banner>
  );
};

const StoreBanner = () => {
  const store = useSession((session) => session.store);
  if (store.state === 'keeping') return null;
  const lost = store.lost > 0 ? ` ${formatCount(store.lost)} could not be kept at all.` : '';
  return (
    <Banner
      tone="bad"
      words={`${store.fault.message} ${store.fault.next} ${formatCount(store.waiting)} wait in memory.${lost}`}
    />
  );
};

const NoticeBanner = () => {
  const actions = useActions();
  const notice = useBench(({ view }) => view.notice);
  if (!notice) return null;
  const issues = notice.issues?.map(({ path, message }) => ` ${path} ${message}.`).join('') ?? '';
  return (
    <Banner tone="bad" words={`${notice.message} ${notice.next}${issues}`}>
      <IconButton label="Dismiss" icon={<X size={14} aria-hidden />} onClick={actions.dismissNotice} />
    </Banner>
  );
};
