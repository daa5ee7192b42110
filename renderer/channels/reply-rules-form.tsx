import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { Button } from '#renderer/kit/button.tsx';
import tabs from '#renderer/kit/tabs.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { draftOfRule, newRule, pointerOfRule, readRule, type RuleDraft } from '#renderer/store/reply-rules.ts';
import { fieldsOf, isAt, unreadable } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { ReplyRuleEditor } from './reply-rule-editor.tsx';
import styles from './reply-rules.module.css';

type ReplyRulesFormProps = {
  readonly channel: Channel;
  readonly platform: Platform;
  readonly cancel: () => void;
};

/** What our app end replies: the first rule that matches counts. */
export const ReplyRulesForm = ({ channel, platform, cancel }: ReplyRulesFormProps) => {
  const actions = useActions();
  const words = useWords();
  const { replyRules: said } = words;
  const switchFields = useMemo(() => fieldsOf(platform.replySwitches, ''), [platform]);
  const [rules, setRules] = useState(() => channel.replyRules.map((rule) => draftOfRule(rule, switchFields)));
  const [openKey, setOpen] = useState<number | null>(null);
  const submission = useSubmission(async () => {
    const read = rules.map((rule, index) => readRule(rule, index, switchFields, words));
    const issues = read.flatMap((each) => each.issues);
    if (issues.length > 0) return unreadable(issues);
    return actions.saveReplyRules(
      channel.id,
      read.map(({ rule }) => rule),
    );
  });
  const issues = submission.refused?.issues ?? [];
  const change = (key: number, changed: Partial<RuleDraft>, place: string) => {
    const index = rules.findIndex((each) => each.key === key);
    setRules(rules.map((each) => (each.key === key ? { ...each, ...changed } : each)));
    submission.forgetIssues(`${pointerOfRule(index)}${place}`);
  };
  const move = (index: number, step: 1 | -1) => {
    const other = rules[index + step];
    const rule = rules[index];
    if (!rule || !other) return;
    setRules(rules.with(index, other).with(index + step, rule));
    submission.forgetIssues('/replyRules');
  };
  const add = () => {
    const rule = newRule(said.newName(rules.length + 1), switchFields);
    setRules([...rules, rule]);
    setOpen(rule.key);
  };
  return (
    <Form
      submission={submission}
      pointers={['/replyRules']}
      verb={said.save}
      cancel={cancel}
      aside={
        <Button icon={<Plus size={14} aria-hidden />} onClick={add}>
          {said.add}
        </Button>
      }
    >
      <p className={tabs.lead}>{said.lead}</p>
      {rules.length === 0 ? (
        <p className={styles.none}>{said.none}</p>
      ) : (
        <ol className={styles.rules} aria-label={said.title}>
          {rules.map((rule, index) => (
            <ReplyRuleEditor
              key={rule.key}
              rule={rule}
              index={index}
              count={rules.length}
              channel={channel}
              platform={platform}
              switchFields={switchFields}
              issues={issues}
              isOpen={openKey === rule.key || issues.some(({ path }) => isAt(path, pointerOfRule(index)))}
              onOpen={() => setOpen(openKey === rule.key ? null : rule.key)}
              onChange={(changed, place) => change(rule.key, changed, place)}
              onMove={(step) => move(index, step)}
              onRemove={() => {
                setRules(rules.filter((each) => each.key !== rule.key));
                submission.forgetIssues('/replyRules');
              }}
            />
          ))}
        </ol>
      )}
    </Form>
  );
};
