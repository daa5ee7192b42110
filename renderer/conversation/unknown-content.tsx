import { useMemo } from 'react';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import type { Content } from '#shared/exchange/message.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import styles from './content.module.css';

type UnknownContentProps = { readonly content: Extract<Content, { kind: 'unknown' }> };

/** What nobody knows how to draw: its name, and the text that came, laid out where it is JSON. */
export const UnknownContent = ({ content }: UnknownContentProps) => {
  const { label, source } = content;
  const shown = useMemo(() => (parseJson(source).ok ? prettyJson(source) : source), [source]);
  return (
    <>
      <p className={styles.unknownLabel}>{label}</p>
      <pre className={styles.source} tabIndex={0} aria-label={label}>
        {shown}
      </pre>
    </>
  );
};
