import { Check, Link2, Phone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { copyText } from '#renderer/kit/copy-text.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Button } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import type { Say } from './say.ts';
import styles from './content.module.css';

/** A button that a bot offered: a postback is sent; an address is copied, because nothing is fetched from the network. */
export const ActionButton = ({ button, say }: { readonly button: Button; readonly say: Say }) => {
  const { conversation: words } = useWords();
  const { title, action } = button;
  switch (action.kind) {
    case 'postback':
      return (
        <button
          type="button"
          className={styles.button}
          title={action.payload === title ? undefined : words.sends(action.payload)}
          disabled={!say}
          onClick={() => say?.({ kind: 'press', title, payload: action.payload })}
        >
          {title}
        </button>
      );
    case 'url':
      return <CopiedAddress title={title} address={action.url} icon={<Link2 size={14} aria-hidden />} />;
    case 'phone':
      return <CopiedAddress title={title} address={action.number} icon={<Phone size={14} aria-hidden />} />;
    default:
      return assertNever(action);
  }
};

type CopiedAddressProps = { readonly title: string; readonly address: string; readonly icon: ReactNode };

const CopiedAddress = ({ title, address, icon }: CopiedAddressProps) => {
  const { conversation: words } = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className={styles.button}
      title={words.copies(address)}
      onBlur={() => setCopied(false)}
      onClick={() => void copyText(address).then(setCopied)}
    >
      {isCopied ? <Check size={14} aria-hidden /> : icon}
      <span className={styles.addressed}>
        {isCopied ? words.addressCopied : title}
        <span className={styles.address}>{address}</span>
      </span>
    </button>
  );
};
