import { Check, ExternalLink } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { copyText } from '#renderer/kit/copy-text.ts';
import { useSession } from '#renderer/store/context.tsx';
import { opens } from '#renderer/store/safe-link.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Span } from '#shared/exchange/message.ts';
import styles from './spans.module.css';

/** A text with light markup. */
export const Spans = ({ spans }: { readonly spans: readonly Span[] }) => (
  <p className={styles.text}>
    {spans.map((span, index) => (
      <SpanText key={index} span={span} />
    ))}
  </p>
);

const SpanText = ({ span }: { readonly span: Span }) => {
  const { text, isBold, isItalic, isCode, url } = span;
  let drawn: ReactNode = text;
  if (isCode) drawn = <code className={text.includes('\n') ? styles.codeBlock : styles.code}>{drawn}</code>;
  if (isItalic) drawn = <em>{drawn}</em>;
  if (isBold) drawn = <strong>{drawn}</strong>;
  return url === undefined ? drawn : <Link url={url}>{drawn}</Link>;
};

/** A link opens in a tab of its own. The desktop window opens nothing, so there its address is copied; what is no link of the web is text. */
const Link = ({ url, children }: { readonly url: string; readonly children: ReactNode }) => {
  const { conversation: words } = useWords();
  const isDesktop = useSession(({ product }) => product.shell === 'desktop');
  const [isCopied, setCopied] = useState(false);
  if (!opens(url))
    return (
      <span className={styles.noLink} title={words.notOpened(url)}>
        {children}
      </span>
    );
  if (isDesktop)
    return (
      <button
        type="button"
        className={styles.link}
        title={words.copies(url)}
        onBlur={() => setCopied(false)}
        onClick={() => void copyText(url).then(setCopied)}
      >
        {children}
        {isCopied && (
          <span role="status">
            {' '}
            <Check size={12} aria-hidden /> {words.linkCopied}
          </span>
        )}
      </button>
    );
  return (
    <a className={styles.link} href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {children}
      <ExternalLink size={12} aria-hidden />
    </a>
  );
};
