import { useMemo } from 'react';
import { Form } from '#renderer/form/form.tsx';
import { SettingGroups } from '#renderer/form/setting-groups.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { LongField, TextField } from '#renderer/kit/fields.tsx';
import { RuleEditor } from '#renderer/rules/rule-editor.tsx';
import type { DrawMessage } from '#renderer/rules/preview.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { readReplyRule } from '#renderer/store/rules/read-rule.ts';
import { draftsOfReplyRules, newReplyRule, type RuleDraft } from '#renderer/store/rules/rule-draft.ts';
import { hitsOf, lastFired } from '#renderer/store/rules/rule-hits.ts';
import { fieldsOf, unreadable, withWritten } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { ReplyPreview } from './reply-preview.tsx';
import type { Writing } from './use-writing.ts';

type RepliesPartProps = {
  readonly channel: Channel;
  readonly platform: Platform;
  readonly writing: Writing;
  /** The rule to begin with, by its name. */
  readonly first?: string | undefined;
  readonly drawMessage: DrawMessage;
};

const noIssues: readonly InputIssue[] = [];

const pointerOf = (place: number): string => `/replyRules/${String(place)}`;

/** What the app end of a channel replies: the first rule that matches counts. */
export const RepliesPart = ({ channel, platform, writing, first, drawMessage }: RepliesPartProps) => {
  const actions = useActions();
  const words = useWords();
  const { rules: said } = words;
  const ruleHits = useSession((session) => session.ruleHits);
  const exchanges = useSession((session) => session.exchanges);
  const switchFields = useMemo(() => fieldsOf(platform.replySwitches, ''), [platform]);
  const kept = useMemo(() => draftsOfReplyRules(channel.replyRules, switchFields), [channel.replyRules, switchFields]);
  const rules = writing.rulesOf(channel) ?? kept;
  const read = (drafts: readonly RuleDraft[]) =>
    drafts.map((rule, place) => readReplyRule(rule, pointerOf(place), switchFields, words));
  const submission = useSubmission(async () => {
    const reads = read(rules);
    const issues = reads.flatMap((each) => each.issues);
    if (issues.length > 0) return unreadable(issues);
    const replyRules = reads.map(({ rule }) => rule);
    const refused = await actions.saveChannel({ channelId: channel.id, replyRules });
    if (!refused) writing.keepRules(channel, rules, replyRules);
    return refused;
  });
  const known = channel.replyRules.map(({ name }) => name);
  return (
    <Form
      submission={submission}
      pointers={['/replyRules']}
      verb={said.save}
      leave={words.channels.form.revert}
      isUnchanged={!writing.unsavedParts(channel).includes('replies')}
      isOutrun={writing.areRulesOutrun(channel)}
      isWhole
      cancel={() => {
        writing.revertRules(channel);
        submission.forgetAll();
      }}
    >
      <RuleEditor
        key={first}
        book={{ rules, fallback: null }}
        isBot={false}
        isReadOnly={false}
        title={said.replies}
        none={said.noReplies}
        hits={hitsOf(ruleHits, { channelId: channel.id })}
        last={lastFired(exchanges, [channel.id], known)}
        first={first}
        newRule={(number) => newReplyRule(said.newName(number), switchFields)}
        issues={submission.refused?.issues ?? noIssues}
        pointerOf={pointerOf}
        onChange={(book, place) => {
          writing.writeRules(
            channel,
            book.rules,
            read(book.rules).map(({ rule, issues }) => (issues.length > 0 ? null : rule)),
          );
          if (place !== '') submission.forgetIssues(place);
        }}
        renderAround={(rule, wrongAt, change) => (
          <>
            <TextField
              label={said.status}
              hint={said.statusHint}
              isNumber
              placeholder="200"
              value={rule.status}
              issues={wrongAt('/status')}
              onChange={(status) => change({ status }, '/status')}
            />
            <LongField
              label={said.headers}
              hint={said.headersHint}
              isWire
              rows={1}
              value={rule.headers}
              issues={wrongAt('/headers')}
              onChange={(headers) => change({ headers }, '/headers')}
            />
            <TextField
              label={said.delay}
              hint={said.delayHint}
              isNumber
              unit={said.delayUnit}
              placeholder="0"
              value={rule.delay}
              issues={wrongAt('/delay')}
              onChange={(delay) => change({ delay }, '/delay')}
            />
            <SettingGroups
              fields={switchFields}
              lang="en"
              draft={rule.switches}
              issues={switchFields.flatMap(({ pointer }) =>
                wrongAt(`/switches${pointer}`).map((message) => ({ path: pointer, message })),
              )}
              onChange={({ name, pointer }, written) =>
                change({ switches: withWritten(rule.switches, name, written) }, `/switches${pointer}`)
              }
            />
          </>
        )}
        renderPreview={(rule) => (
          <ReplyPreview
            rule={rule}
            channel={channel}
            platform={platform}
            switchFields={switchFields}
            drawMessage={drawMessage}
          />
        )}
      />
    </Form>
  );
};
