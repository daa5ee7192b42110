import { lazy, Suspense } from 'react';
import type { CodeViewProps } from './code-view.tsx';
import styles from './body-view.module.css';

/** The editor is a big part of the page and seldom the first thing looked at: it comes when it is needed. */
const CodeView = lazy(async () => ({ default: (await import('./code-view.tsx')).CodeView }));

/** Until then so much of the text is there: more would take long to lay out. */
const atFirst = 20_000;

export const CodeLater = (props: CodeViewProps) => (
  <Suspense fallback={<pre className={styles.text}>{props.text.slice(0, atFirst)}</pre>}>
    <CodeView {...props} />
  </Suspense>
);
