import { Switch } from 'radix-ui';
import { useId, useState, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { expiryWords, signWords } from '#renderer/store/editor/sign-words.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { FieldIssues } from './field-issues.tsx';
import type { PartProps } from './part-props.ts';
import { VariablesUsed } from './variables-used.tsx';
import styles from './request-part.module.css';

/** Whose request it is, what becomes of its credential, whether it has variables, and how long its answer is waited for. */
export const SendingLine = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const words = useWords();
  const { editor: said } = words;
  const { draft } = writing;
  const channels = useSession((session) => session.channels);
  // The moment of looking: it is told whether a token is over, not counted down.
  const [now] = useState(() => Date.now());
  const expired = expiryWords(draft, view, now, words);
  const sign = issuesAt(view.issues, '/sign', words);
  const limit = issuesAt(view.issues, '/timeLimit', words);
  return (
    <div className={styles.sending}>
      <div className={styles.choices}>
        <Labelled label={said.channel.label} hint={said.channel.hint}>
          {(id) => (
            <select
              id={id}
              className={classes(fields.input, styles.select)}
              value={draft.channelId ?? ''}
              onChange={({ target }) =>
                actions.writeRequest(place, { channelId: target.value === '' ? null : target.value })
              }
            >
              <option value="">{said.channel.none}</option>
              {draft.channelId !== null && !view.channel && (
                <option value={draft.channelId}>{said.channel.gone}</option>
              )}
              {channels.map(({ id: channelId, name }) => (
                <option key={channelId} value={channelId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={said.sign.label}>
          {(id) => (
            <select
              id={id}
              aria-describedby="request-sign"
              aria-invalid={sign.length > 0}
              className={classes(fields.input, styles.select)}
              value={draft.sign}
              onChange={({ target }) =>
                actions.writeRequest(place, { sign: target.value === 're-sign' ? 're-sign' : 'as-is' })
              }
            >
              {(['as-is', 're-sign'] as const).map((each) => (
                <option key={each} value={each}>
                  {said.sign.choices[each]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={said.timeLimit.label}>
          {(id) => (
            <>
              <input
                id={id}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                aria-invalid={limit.length > 0}
                aria-describedby={`${id}-issues`}
                className={classes(fields.input, fields.wire, styles.seconds)}
                value={draft.timeLimit}
                onChange={({ target }) => actions.writeRequest(place, { timeLimit: target.value })}
              />
              <span className={styles.soft}>{said.timeLimit.unit}</span>
              <FieldIssues id={`${id}-issues`} issues={limit} />
            </>
          )}
        </Labelled>
      </div>
      <div id="request-sign">
        <p className={styles.soft}>{signWords(draft, view, words)}</p>
        {expired !== '' && (
          <p className={fields.oddity}>
            <ToneIcon tone="attention" size={14} /> {expired}
          </p>
        )}
        <FieldIssues id="request-sign-issues" issues={sign} />
      </div>
      <div className={styles.choices}>
        <Labelled label={said.variables.label} hint={said.variables.hint}>
          {(id) => (
            <Switch.Root
              id={id}
              className={fields.switch}
              checked={draft.withVariables}
              onCheckedChange={(withVariables) => actions.writeRequest(place, { withVariables })}
            >
              <Switch.Thumb className={fields.thumb} />
            </Switch.Root>
          )}
        </Labelled>
        {draft.withVariables && <VariablesUsed draft={draft} variables={view.variables} />}
      </div>
    </div>
  );
};

type LabelledProps = {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string) => ReactNode;
};

const Labelled = ({ label, hint, children }: LabelledProps) => {
  const id = useId();
  return (
    <span className={styles.labelled} title={hint}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
};
