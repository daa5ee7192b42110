import { lazy, Suspense } from 'react';
import styles from './body-view.module.css';

/** The editor is a big part of the page and seldom the first thing looked at: it comes when it is needed. */
const CodeView = lazy(async () => ({ default: (await import('./code-view.tsx')).CodeView }));

export const CodeLater = ({ text, label }: { readonly text: string; readonly label: string }) => (
  <Suspense fallback={<pre className={styles.text}>{text}</pre>}>
    <CodeView text={text} label={label} />
  </Suspense>
);
