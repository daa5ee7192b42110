import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { IconButton } from '#renderer/kit/button.tsx';
import { LongField, SelectField, TextField } from '#renderer/kit/fields.tsx';
import { pointerOfRule, ruleSummary, type RuleDraft, type SayAs } from '#renderer/store/reply-rules.ts';
import { issuesAt, withWritten, type Field } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { ConditionList } from './condition-list.tsx';
import { ReplyPreviewPane } from './reply-preview-pane.tsx';
import styles from './reply-rules.module.css';

type ReplyRuleEditorProps = {
  readonly rule: RuleDraft;
  readonly index: number;
  readonly count: number;
  readonly channel: Channel;
  readonly platform: Platform;
  readonly switchFields: readonly Field[];
  readonly issues: readonly InputIssue[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** `place` is where in the rule, as a pointer: what was wrong there is being corrected. */
  readonly onChange: (changed: Partial<RuleDraft>, place: string) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
};

/** One reply rule: a line that tells what it does, and when it is open all of it. */
export const ReplyRuleEditor = (props: ReplyRuleEditorProps) => {
  const { rule, index, count, isOpen, onOpen, onMove, onRemove } = props;
  const { replyRules: words } = useWords();
  return (
    <li className={styles.rule}>
      <div className={styles.ruleHead}>
        <button type="button" className={styles.open} aria-expanded={isOpen} aria-label={rule.name} onClick={onOpen}>
          <ChevronRight size={14} aria-hidden className={styles.turning} />
          <strong>{rule.name || words.noName}</strong>
          <span className={styles.summary}>{ruleSummary(rule, words)}</span>
        </button>
        <IconButton
          label={words.moveUp(rule.name)}
          icon={<ArrowUp size={14} aria-hidden />}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={words.moveDown(rule.name)}
          icon={<ArrowDown size={14} aria-hidden />}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton label={words.remove(rule.name)} icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
      </div>
      {isOpen && <RuleFields {...props} />}
    </li>
  );
};

const sayings: readonly SayAs[] = ['bot', 'texts', 'json'];

const example =
  '[{ "kind": "buttons", "text": "…", "buttons": [{ "title": "Yes", "action": { "kind": "postback", "payload": "yes" } }] }]';

const RuleFields = ({ rule, index, channel, platform, switchFields, issues, onChange }: ReplyRuleEditorProps) => {
  const spoken = useWords();
  const { replyRules: words } = spoken;
  const pointer = pointerOfRule(index);
  const wrongAt = (place: string) => issuesAt(issues, `${pointer}${place}`, spoken);
  return (
    <div className={styles.fields}>
      <TextField
        label={words.name}
        value={rule.name}
        issues={wrongAt('/name')}
        onChange={(name) => onChange({ name }, '/name')}
      />
      <ConditionList
        conditions={rule.conditions}
        issues={wrongAt('/when')}
        onChange={(conditions) => onChange({ conditions }, '/when')}
      />
      <SelectField
        label={words.say}
        value={rule.sayAs}
        options={sayings.map((value) => ({ value, title: words.sayings[value] }))}
        onChange={(sayAs) => onChange({ sayAs: sayAs as SayAs }, '/say')}
      />
      {rule.sayAs !== 'bot' && (
        <LongField
          label={rule.sayAs === 'texts' ? words.texts : words.messages}
          hint={rule.sayAs === 'texts' ? words.textsHint : words.messagesHint(example)}
          isWire={rule.sayAs === 'json'}
          rows={rule.sayAs === 'json' ? 4 : 2}
          value={rule.words}
          issues={wrongAt('/say')}
          onChange={(words) => onChange({ words }, '/say')}
        />
      )}
      <TextField
        label={words.status}
        hint={words.statusHint}
        isNumber
        placeholder="200"
        value={rule.status}
        issues={wrongAt('/status')}
        onChange={(status) => onChange({ status }, '/status')}
      />
      <LongField
        label={words.headers}
        hint={words.headersHint}
        isWire
        rows={1}
        value={rule.headers}
        issues={wrongAt('/headers')}
        onChange={(headers) => onChange({ headers }, '/headers')}
      />
      <TextField
        label={words.delay}
        hint={words.delayHint}
        isNumber
        unit={words.delayUnit}
        placeholder="0"
        value={rule.delay}
        issues={wrongAt('/delay')}
        onChange={(delay) => onChange({ delay }, '/delay')}
      />
      <SettingGroups
        fields={switchFields}
        lang="en"
        draft={rule.switches}
        issues={issues.map(({ path, message }) => ({ path: path.replace(`${pointer}/switches`, ''), message }))}
        onChange={({ name, pointer: place }, written) =>
          onChange({ switches: withWritten(rule.switches, name, written) }, `/switches${place}`)
        }
      />
      <ReplyPreviewPane rule={rule} channel={channel} platform={platform} switchFields={switchFields} />
    </div>
  );
};
