import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { Button, IconButton } from './button.tsx';
import { copyText } from './copy-text.ts';

/** A text, or where to get it; null where it cannot be had. */
type Copied = string | (() => string | Promise<string | null>);
type CopyProps = { readonly text: Copied; readonly label: string; readonly words?: string };

/** Copies a text, and says for a moment that it did. */
export const CopyButton = ({ text, label, words }: CopyProps) => {
  const { kit } = useWords();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  useEffect(() => {
    if (copied === 'no') return undefined;
    const timer = setTimeout(() => setCopied('no'), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const copiedText = typeof text === 'string' ? text : await text();
    const done = copiedText !== null && (await copyText(copiedText));
    setCopied(done ? 'yes' : 'refused');
  };
  const icon = copied === 'yes' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />;
  const said = copied === 'yes' ? kit.copied : kit.couldNotCopy;
  return (
    <>
      {words === undefined ? (
        <IconButton label={copied === 'no' ? label : said} icon={icon} onClick={() => void copy()} />
      ) : (
        <Button look="quiet" icon={icon} aria-label={label} onClick={() => void copy()}>
          {copied === 'no' ? words : said}
        </Button>
      )}
      <span className="only-heard" role="status">
        {copied === 'no' ? '' : said}
      </span>
    </>
  );
};
