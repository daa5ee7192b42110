import { ItemList } from '#renderer/kit/item-list.tsx';
import { SelectField } from '#renderer/kit/fields.tsx';
import { asKind, contentKinds } from '#renderer/store/rules/blank-content.ts';
import { readMessages } from '#renderer/store/rules/json-issues.ts';
import type { RuleDraft, SayAs } from '#renderer/store/rules/rule-draft.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Content } from '#shared/exchange/message.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import { ContentFields } from './content-fields.tsx';
import { JsonLines } from './json-lines.tsx';
import { SmallChoice } from './small-field.tsx';
import { Wrongs } from './wrongs.tsx';
import styles from './rule-fields.module.css';

type SayFieldProps = {
  readonly rule: RuleDraft;
  /** A reply rule may leave the words to the bot. */
  readonly mayLeaveToBot: boolean;
  /** What is wrong, all together, and of each message. */
  readonly issues: readonly string[];
  readonly issuesOf: (place: number) => readonly string[];
  readonly onChange: (changed: Partial<RuleDraft>) => void;
};

/** What a rule says: left to the bot, message by message, or as JSON. */
export const SayField = ({ rule, mayLeaveToBot, issues, issuesOf, onChange }: SayFieldProps) => {
  const { rules: words, contents } = useWords();
  const ways: readonly SayAs[] = mayLeaveToBot ? ['bot', 'messages', 'json'] : ['messages', 'json'];
  return (
    <>
      <SelectField
        label={words.say}
        value={rule.sayAs}
        options={ways.map((value) => ({ value, title: words.sayings[value] }))}
        onChange={(way) => onChange(written(rule, way as SayAs))}
      />
      <Wrongs issues={issues} />
      {rule.sayAs === 'json' && (
        <JsonLines
          label={words.sayings.json}
          text={rule.json}
          issues={linesWrong(rule.json)}
          onChange={(json) => onChange({ json })}
        />
      )}
      {rule.sayAs === 'messages' && (
        <ItemList
          label={words.sayings.messages}
          items={rule.messages}
          nameOf={(place) => contents.message(place + 1)}
          addWords={contents.add}
          none={contents.none}
          blank={(): Content => ({ kind: 'text', text: '' })}
          onChange={(messages) => onChange({ messages })}
        >
          {(content, change, place) => (
            <div className={styles.message}>
              <SmallChoice
                label={contents.kindOf(place + 1)}
                isPlain
                value={content.kind}
                options={contentKinds.map((value) => ({ value, title: contents.kinds[value] }))}
                onChange={(kind) => change(asKind(content, kind as Content['kind']))}
              />
              <ContentFields content={content} onChange={change} />
              <Wrongs issues={issuesOf(place)} />
            </div>
          )}
        </ItemList>
      )}
    </>
  );
};

const linesWrong = (json: string) => {
  const read = readMessages(json);
  return read.ok ? [] : read.issues;
};

/** The same messages in another way of writing; JSON that cannot be read stays as it is, and what was there before comes back. */
const written = (rule: RuleDraft, sayAs: SayAs): Partial<RuleDraft> => {
  if (sayAs === 'json') return { sayAs, json: writeJson(rule.messages) };
  const read = rule.sayAs === 'json' ? readMessages(rule.json) : null;
  return { sayAs, ...(read?.ok ? { messages: read.messages } : {}) };
};
