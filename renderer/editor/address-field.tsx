import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { dotted, type Span } from '#renderer/store/editor/address-secrets.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './address-field.module.css';

type AddressFieldProps = {
  readonly url: string;
  /** The credentials in it. */
  readonly secrets: readonly Span[];
  readonly isWrong: boolean;
  readonly describedBy: string;
  readonly onChange: (url: string) => void;
};

/**
 * The address. While credentials are hidden the field draws no signs of its own: over it lies the same text with dots in their places, and
 * what is written, selected and copied is the address itself.
 */
export const AddressField = ({ url, secrets, isWrong, describedBy, onChange }: AddressFieldProps) => {
  const words = useWords();
  const { url: label } = words.editor;
  const [isShown, setShown] = useState(false);
  const isVeiled = secrets.length > 0 && !isShown;
  return (
    <>
      <span className={styles.address}>
        <textarea
          id="request-url"
          rows={1}
          data-takes-variables
          aria-label={label}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          autoComplete="off"
          spellCheck={false}
          className={classes(fields.input, fields.wire, styles.url, isVeiled && styles.veiled)}
          value={url}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onChange={({ target }) => onChange(target.value.replaceAll(/[\r\n]+/g, ''))}
        />
        {isVeiled && (
          <span aria-hidden translate="no" className={classes(fields.wire, styles.veil)}>
            {dotted(url, secrets)}
          </span>
        )}
      </span>
      {secrets.length > 0 && (
        <IconButton
          label={isShown ? words.kit.secret.hide(label) : words.kit.secret.show(label)}
          aria-pressed={isShown}
          icon={isShown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
          onClick={() => setShown(!isShown)}
        />
      )}
    </>
  );
};
