import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { IconButton } from '#renderer/kit/button.tsx';
import { LongField, SelectField, TextField } from '#renderer/kit/fields.tsx';
import { pointerOfRule, ruleSummary, type RuleDraft, type SayAs } from '#renderer/store/reply-rules.ts';
import { issuesAt, withWritten, type Field } from '#renderer/store/settings-form.ts';
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
  return (
    <li className={styles.rule}>
      <div className={styles.ruleHead}>
        <button type="button" className={styles.open} aria-expanded={isOpen} aria-label={rule.name} onClick={onOpen}>
          <ChevronRight size={14} aria-hidden className={styles.turning} />
          <strong>{rule.name || 'No name'}</strong>
          <span className={styles.summary}>{ruleSummary(rule)}</span>
        </button>
        <IconButton
          label={`Move ${rule.name} up`}
          icon={<ArrowUp size={14} aria-hidden />}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move ${rule.name} down`}
          icon={<ArrowDown size={14} aria-hidden />}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton label={`Remove ${rule.name}`} icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
      </div>
      {isOpen && <RuleFields {...props} />}
    </li>
  );
};

const sayings: readonly { readonly value: SayAs; readonly title: string }[] = [
  { value: 'bot', title: 'What the bot of the channel says' },
  { value: 'texts', title: 'These texts' },
  { value: 'json', title: 'Rich messages, as JSON' },
];

const jsonHint =
  'A list, as in [{ "kind": "buttons", "text": "…", "buttons": [{ "title": "Yes", "action": { "kind": "postback", "payload": "yes" } }] }].';

const RuleFields = ({ rule, index, channel, platform, switchFields, issues, onChange }: ReplyRuleEditorProps) => {
  const pointer = pointerOfRule(index);
  const wrongAt = (place: string) => issuesAt(issues, `${pointer}${place}`);
  return (
    <div className={styles.fields}>
      <TextField
        label="Name"
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
        label="Say"
        value={rule.sayAs}
        options={sayings}
        onChange={(sayAs) => onChange({ sayAs: sayAs as SayAs }, '/say')}
      />
      {rule.sayAs !== 'bot' && (
        <LongField
          label={rule.sayAs === 'texts' ? 'Texts' : 'Messages'}
          hint={
            rule.sayAs === 'texts'
              ? 'An empty line starts another message. {{text}} and {{user}} are filled in. Empty: nothing is said.'
              : jsonHint
          }
          isWire={rule.sayAs === 'json'}
          rows={rule.sayAs === 'json' ? 4 : 2}
          value={rule.words}
          issues={wrongAt('/say')}
          onChange={(words) => onChange({ words }, '/say')}
        />
      )}
      <TextField
        label="Status"
        hint="Of the HTTP reply. Empty: as always."
        isNumber
        placeholder="200"
        value={rule.status}
        issues={wrongAt('/status')}
        onChange={(status) => onChange({ status }, '/status')}
      />
      <LongField
        label="Headers"
        hint="Added to the reply, one line each: Name: value"
        isWire
        rows={1}
        value={rule.headers}
        issues={wrongAt('/headers')}
        onChange={(headers) => onChange({ headers }, '/headers')}
      />
      <TextField
        label="Delay"
        hint="Until the reply goes out."
        isNumber
        unit="ms"
        placeholder="0"
        value={rule.delay}
        issues={wrongAt('/delay')}
        onChange={(delay) => onChange({ delay }, '/delay')}
      />
      <SettingGroups
        fields={switchFields}
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
