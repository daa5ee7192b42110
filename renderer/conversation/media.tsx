import { File, Film, Image, Volume2 } from 'lucide-react';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Content } from '#shared/exchange/message.ts';
import styles from './content.module.css';

const icons = { image: Image, video: Film, audio: Volume2, file: File } as const;

/** Pictures that lie inside the message are drawn; whatever is elsewhere is named, because nothing is fetched from the network. */
export const isInside = (url: string): boolean => /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(url);

export const Media = ({ content }: { readonly content: Extract<Content, { kind: 'media' }> }) => {
  const { media: words } = useWords().conversation;
  const label = content.title ?? words[content.media];
  if (content.media === 'image') return <Picture url={content.url} label={label} />;
  return <Elsewhere kind={content.media} url={content.url} label={label} />;
};

export const Picture = ({ url, label }: { readonly url: string; readonly label: string }) =>
  isInside(url) ? (
    <img className={styles.picture} src={url} alt={label} />
  ) : (
    <Elsewhere kind="image" url={url} label={label} />
  );

type ElsewhereProps = { readonly kind: keyof typeof icons; readonly url: string; readonly label: string };

const Elsewhere = ({ kind, url, label }: ElsewhereProps) => {
  const { conversation: words } = useWords();
  const Icon = icons[kind];
  return (
    <figure className={styles.elsewhere}>
      <Icon size={16} aria-hidden />
      <figcaption>
        <span className={styles.elsewhereTitle}>
          {words.notFetched(words.media[kind])}
          {label === words.media[kind] ? '' : `: ${label}`}
        </span>
        <span className={styles.address} title={url}>
          {url}
        </span>
      </figcaption>
      <CopyButton text={url} label={words.copyAddressOf(label)} />
    </figure>
  );
};
