import { lazy, Suspense } from 'react';
import type { CodeEditorProps } from './code-editor.tsx';
import styles from './body-part.module.css';

/** The editor of texts is a big part of the page: it comes when it is needed. */
const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }));

export const CodeEditorLater = (props: CodeEditorProps) => (
  <Suspense fallback={<pre className={styles.waiting}>{props.text.slice(0, 20_000)}</pre>}>
    <CodeEditor {...props} />
  </Suspense>
);
