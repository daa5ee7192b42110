import { SelectField, SwitchField } from '#renderer/kit/fields.tsx';
import { ToneIcon, type Tone } from '#renderer/kit/tone.tsx';
import { takesSecrets, type ExportDraft } from '#renderer/store/share/use-export-draft.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Shell } from '#shared/export/export-format.ts';
import { AlsoReplace } from './also-replace.tsx';
import styles from './export-options.module.css';

type OptionsProps = {
  readonly draft: ExportDraft;
  readonly change: (change: Partial<ExportDraft>) => void;
};

/** What a file of this form holds and whether anything private is in it, in plain words; and what can be chosen about that. */
export const ExportOptions = ({ draft, change }: OptionsProps) => {
  const { exporting: words } = useWords();
  const { format, shell, keepPersons } = draft;
  const isBundle = format === 'bundle';
  const withSecrets = draft.withSecrets && takesSecrets(format);
  return (
    <section className={styles.options} aria-label={words.formats[format].title}>
      <h3 className={styles.title}>{words.formats[format].title}</h3>
      <p>{words.formats[format].holds}</p>
      <dl className={styles.facts}>
        <Fact
          tone={withSecrets ? 'bad' : 'good'}
          name={words.inIt.secrets}
          words={withSecrets ? words.inIt.asTheyWere : words.inIt.gone}
        />
        <Fact
          tone={isBundle && !keepPersons ? 'good' : 'attention'}
          name={words.inIt.persons}
          words={isBundle && !keepPersons ? words.inIt.replaced : words.inIt.stay}
        />
      </dl>
      <div className={styles.fields}>
        {format === 'curl' && (
          <SelectField
            label={words.shell}
            value={shell}
            options={(['posix', 'powershell'] as const).map((value) => ({ value, title: words.shells[value] }))}
            onChange={(value) => change({ shell: value as Shell })}
          />
        )}
        {takesSecrets(format) && (
          <SwitchField
            label={words.withSecrets}
            hint={words.withSecretsHint}
            isOn={withSecrets}
            onChange={(isOn) => change({ withSecrets: isOn })}
          />
        )}
        {isBundle && (
          <SwitchField
            label={words.keepPersons}
            hint={words.keepPersonsHint}
            isOn={keepPersons}
            onChange={(isOn) => change({ keepPersons: isOn })}
          />
        )}
        {!withSecrets && <AlsoReplace words={draft.alsoReplace} change={(alsoReplace) => change({ alsoReplace })} />}
      </div>
    </section>
  );
};

type FactProps = { readonly tone: Tone; readonly name: string; readonly words: string };

const Fact = ({ tone, name, words }: FactProps) => (
  <div className={styles.fact}>
    <dt>
      <ToneIcon tone={tone} size={14} /> {name}
    </dt>
    <dd>{words}</dd>
  </div>
);
