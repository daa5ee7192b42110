import fields from '#renderer/kit/fields.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';

/** What is wrong, a line each. */
export const Wrongs = ({ issues }: { readonly issues: readonly string[] }) =>
  issues.map((issue) => (
    <p key={issue} className={fields.issue}>
      <ToneIcon tone="bad" size={14} /> {issue}
    </p>
  ));
