import { AlignLeft, Eye, EyeOff, FoldHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { lineOf, type BodyProblem } from '#renderer/store/editor/body-problems.ts';
import { asForm, bodyForms, type BodyForm } from '#renderer/store/editor/body-text.ts';
import { aroundVariables, blankVariables } from '#renderer/store/editor/json-blanks.ts';
import { jsonOffers } from '#renderer/store/editor/json-offers.ts';
import type { RequestDraft } from '#renderer/store/editor/request-draft.ts';
import { compactJson, prettyJson } from '#renderer/store/pretty-json.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { parseJson } from '#shared/text/parse-json.ts';
import { CodeEditorLater } from './code-editor-later.tsx';
import { FieldIssues } from './field-issues.tsx';
import { FormFields } from './form-fields.tsx';
import type { PartProps } from './part-props.ts';
import styles from './body-part.module.css';

/** The body: as JSON with what its vendor says of it, as text, as the fields of a form, or as bytes. */
export const BodyPart = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const words = useWords();
  const { body: said } = words.editor;
  const { body, withVariables } = writing.draft;
  const section = useRef<HTMLElement>(null);
  const [goTo, setGoTo] = useState<{ readonly at: number; readonly count: number } | null>(null);
  const [isShown, setShown] = useState(false);
  const known = { schema: view.schema, variables: withVariables ? view.variables : null };
  // What is wrong in the text stands beside its lines.
  const wrong = issuesAt(
    view.issues.filter(({ path }) => path !== '/body/text'),
    '/body',
    words,
  );
  const turn = (form: BodyForm): void => {
    const turned = asForm(body, form);
    if (turned) actions.replaceBody(place, turned);
  };
  return (
    <section ref={section} tabIndex={-1} aria-label={said.title} className={styles.body}>
      <header className={styles.head}>
        <h3>{said.title}</h3>
        <ChoiceBar
          label={said.writeAs}
          choices={bodyForms.map((value) => ({ value, title: said.forms[value] }))}
          chosen={body.form}
          choose={turn}
        />
        {view.hasSecretsInBody && (
          <IconButton
            label={words.commands.titles['show-credentials']}
            aria-pressed={isShown}
            icon={isShown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
            onClick={() => setShown(!isShown)}
          />
        )}
        {body.form === 'json' && <Layout place={place} writing={writing} view={view} />}
      </header>
      {body.form === 'form' ? (
        <FormFields
          text={body.text}
          isVeiled={!isShown}
          onChange={(text) => actions.writeRequest(place, { body: { form: 'form', text } })}
        />
      ) : (
        <div data-takes-variables className={styles.frame}>
          <CodeEditorLater
            key={`${String(writing.serial)} ${String(writing.edition)}`}
            text={body.text}
            label={said.label}
            isJson={body.form === 'json'}
            isVeiled={!isShown}
            problems={view.problems}
            offersAt={(text, at) => jsonOffers(text, at, known)}
            goTo={goTo}
            describedBy="request-body-leaving"
            leave={() => section.current?.focus()}
            onChange={(text) => actions.writeRequest(place, { body: { form: body.form, text } })}
          />
        </div>
      )}
      <FieldIssues id="request-body-issues" issues={wrong} />
      {view.problems.length === 0 ? (
        <Fine body={body} />
      ) : (
        <Problems
          text={body.text}
          problems={view.problems}
          goTo={(at) => setGoTo({ at, count: (goTo?.count ?? 0) + 1 })}
        />
      )}
      {body.form !== 'form' && (
        <p className={styles.hint}>
          {view.schema && body.form === 'json' && `${said.described} `}
          <span id="request-body-leaving">{said.leaving}</span>
        </p>
      )}
    </section>
  );
};

/** The place of what might be noticed: so that the text does not jump when something is. */
const Fine = ({ body: { form, text } }: { readonly body: RequestDraft['body'] }) => {
  const { body: said } = useWords().editor;
  if (form !== 'json') return null;
  return (
    <p className={styles.fine}>
      {text.trim() !== '' && (
        <>
          <ToneIcon tone="good" size={14} /> {said.fine}
        </>
      )}
    </p>
  );
};

/** White space between the tokens is put in or taken out; numbers and escapes stay what they are. */
const Layout = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const { body: said } = useWords().editor;
  const { body, withVariables } = writing.draft;
  const layOut = (how: (text: string) => string): void => {
    // What is broken has no tokens to lay out: it stays as it is.
    if (!parseJson(blankVariables(body.text, withVariables)).ok) return;
    actions.replaceBody(place, { form: 'json', text: aroundVariables(body.text, withVariables, how) });
  };
  const isJson = body.text.trim() !== '' && view.problems.every(({ severity }) => severity !== 'error');
  const why = isJson ? '' : said.notJson;
  return (
    <span className={styles.layout}>
      <Button look="quiet" icon={<AlignLeft size={14} aria-hidden />} why={why} onClick={() => layOut(prettyJson)}>
        {said.format}
      </Button>
      <Button
        look="quiet"
        icon={<FoldHorizontal size={14} aria-hidden />}
        why={why}
        onClick={() => layOut(compactJson)}
      >
        {said.minify}
      </Button>
    </span>
  );
};

const mostListed = 5;

type ProblemsProps = {
  readonly text: string;
  readonly problems: readonly BodyProblem[];
  readonly goTo: (at: number) => void;
};

/** What is noticed, by its line; each leads to its place. */
const Problems = ({ text, problems, goTo }: ProblemsProps) => {
  const { body: said } = useWords().editor;
  return (
    <ul className={styles.problems} aria-label={said.problems}>
      {problems.slice(0, mostListed).map(({ from, severity, message }) => {
        const { line, column } = lineOf(text, from);
        return (
          <li key={`${String(from)} ${message}`}>
            <button type="button" className={styles.problem} title={message} onClick={() => goTo(from)}>
              <ToneIcon tone={severity === 'error' ? 'bad' : 'attention'} size={14} />
              <span className={styles.where}>{said.problemAt(line, column)}</span>
              <span lang="en" className={classes(fields.hint, styles.what)}>
                {message}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
