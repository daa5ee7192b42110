import fields from '#renderer/kit/fields.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';

type FieldIssuesProps = { readonly id: string; readonly issues: readonly string[] };

/** What is wrong with a field, below it. */
export const FieldIssues = ({ id, issues }: FieldIssuesProps) => (
  <div id={id}>
    {issues.map((issue) => (
      <p key={issue} className={fields.issue}>
        <ToneIcon tone="bad" size={14} /> {issue}
      </p>
    ))}
  </div>
);
