import { useId } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { AddressField } from './address-field.tsx';
import { FieldIssues } from './field-issues.tsx';
import type { PartProps } from './part-props.ts';
import { ChannelElsewhere, TargetMenu } from './target-menu.tsx';
import styles from './request-part.module.css';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** The method and the address, and a way to send it elsewhere. */
export const RequestLine = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const words = useWords();
  const { editor: said } = words;
  const id = useId();
  const { method, url } = writing.draft;
  const wrong = { method: issuesAt(view.issues, '/method', words), url: issuesAt(view.issues, '/url', words) };
  return (
    <div className={styles.requestLine}>
      <input
        type="text"
        aria-label={said.method}
        aria-invalid={wrong.method.length > 0}
        aria-describedby={`${id}-method`}
        list={`${id}-methods`}
        autoComplete="off"
        spellCheck={false}
        className={classes(fields.input, fields.wire, styles.method)}
        value={method}
        onChange={(event) => actions.writeRequest(place, { method: event.target.value })}
      />
      <datalist id={`${id}-methods`}>
        {methods.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <AddressField
        url={url}
        secrets={view.secrets}
        isWrong={wrong.url.length > 0}
        describedBy={`${id}-url`}
        onChange={(written) => actions.writeRequest(place, { url: written })}
      />
      <TargetMenu place={place} writing={writing} view={view} />
      <div className={styles.lineIssues}>
        <FieldIssues id={`${id}-method`} issues={wrong.method} />
        <FieldIssues id={`${id}-url`} issues={wrong.url} />
        <ChannelElsewhere place={place} writing={writing} view={view} />
      </div>
    </div>
  );
};
