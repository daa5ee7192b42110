import { Search, X } from 'lucide-react';
import { IconButton } from '#renderer/kit/button.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './form.module.css';

type FilterFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Narrows a long list to what has these words. */
export const FilterField = ({ label, value, onChange }: FilterFieldProps) => {
  const { form: words } = useWords();
  return (
    <div className={styles.filter} role="search">
      <Search size={14} aria-hidden />
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        data-takes-escape={value !== '' || undefined}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          // Enter would send the form that stands around it.
          if (event.key === 'Enter') event.preventDefault();
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
      />
      {value !== '' && (
        <IconButton label={words.clearFilter} icon={<X size={14} aria-hidden />} onClick={() => onChange('')} />
      )}
    </div>
  );
};
