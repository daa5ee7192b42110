import { useId, useRef } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { LineIssue } from '#renderer/store/rules/json-issues.ts';
import { sayIssue } from '#renderer/store/say-issue.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './json-lines.module.css';

type JsonLinesProps = {
  readonly label: string;
  readonly text: string;
  readonly issues: readonly LineIssue[];
  readonly onChange: (text: string) => void;
};

/** JSON to be written, with the numbers of its lines; what is wrong in a line is said above, and leads to it. */
export const JsonLines = ({ label, text, issues, onChange }: JsonLinesProps) => {
  const spoken = useWords();
  const { rules: words } = spoken;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLPreElement>(null);
  const lines = text.split('\n');
  const wrong = new Set(issues.map(({ line }) => line));
  const goTo = (line: number) => {
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  return (
    <div>
      <ul id={`${id}-issues`} className={styles.issues}>
        {issues.map(({ line, message }) => (
          <li key={`${String(line)} ${message}`}>
            <button type="button" className={styles.issue} onClick={() => goTo(line)}>
              <ToneIcon tone="bad" size={14} />
              {words.line(line, sayIssue({ message }, spoken))}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.editor}>
        <pre ref={numbers} className={styles.numbers} aria-hidden>
          {lines.map((_, index) => (
            <span key={index} className={classes(wrong.has(index + 1) && styles.wrong)}>
              {index + 1}
              {'\n'}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          aria-label={label}
          aria-invalid={issues.length > 0}
          aria-describedby={`${id}-issues`}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
          rows={Math.min(24, Math.max(6, lines.length))}
          className={classes(fields.input, fields.wire, styles.text)}
          value={text}
          onScroll={(event) => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  );
};
