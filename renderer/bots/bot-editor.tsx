import { useMemo } from 'react';
import { Form } from '#renderer/form/form.tsx';
import { useSubmission } from '#renderer/form/use-submission.ts';
import { TextField } from '#renderer/kit/fields.tsx';
import type { DrawMessage } from '#renderer/rules/preview.tsx';
import { RuleEditor } from '#renderer/rules/rule-editor.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { botPointer, readBot, type BotDraft } from '#renderer/store/rules/bot-draft.ts';
import { hitName, fallbackPlace, type RuleBook } from '#renderer/store/rules/rule-book.ts';
import { draftsOfBot, newBotRule } from '#renderer/store/rules/rule-draft.ts';
import { hitsOf, lastFired } from '#renderer/store/rules/rule-hits.ts';
import { issuesAt, unreadable } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BotScript } from '#shared/bot/bot-script.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import { BotPreview } from './bot-preview.tsx';
import type { BotWriting } from './use-bot-writing.ts';
import styles from './bots.module.css';

type BotEditorProps = {
  readonly bot: BotScript;
  readonly isReadOnly: boolean;
  /** The rule to begin with, by its name. */
  readonly first?: string | undefined;
  /** The channel that somebody came from. */
  readonly channelId?: string | undefined;
  readonly writing: BotWriting;
  readonly drawMessage: DrawMessage;
};

const noIssues: readonly InputIssue[] = [];

/** The rules of one bot, with what was written over them. */
export const BotEditor = ({ bot, isReadOnly, first, channelId, writing, drawMessage }: BotEditorProps) => {
  const actions = useActions();
  const words = useWords();
  const { rules: said, bots } = words;
  const ruleHits = useSession((session) => session.ruleHits);
  const exchanges = useSession((session) => session.exchanges);
  const channels = useSession((session) => session.channels);
  const stored = useMemo(() => ({ name: bot.name, ...draftsOfBot(bot) }), [bot]);
  const draft = writing.draftOf(bot) ?? stored;
  const submission = useSubmission(async () => {
    const read = readBot(draft, bot.id, words);
    if (read.issues.length > 0) return unreadable(read.issues);
    const refused = await actions.saveBot(read.bot);
    if (!refused) writing.keep(bot, draft, read.bot);
    return refused;
  });
  const issues = submission.refused?.issues ?? noIssues;
  const write = (changed: BotDraft, place: string) => {
    const read = readBot(changed, bot.id, words);
    writing.write(bot, changed, read.issues.length > 0 ? null : read.bot);
    if (place !== '') submission.forgetIssues(place);
  };
  const users = channels.filter(({ botId }) => botId === bot.id).map(({ id }) => id);
  const known = [...draft.rules.map(hitName), hitName(draft.fallback, fallbackPlace)];
  const book: RuleBook = { rules: draft.rules, fallback: draft.fallback };
  const editor = (
    <RuleEditor
      book={book}
      isBot
      isReadOnly={isReadOnly}
      title={said.ofBot}
      none={said.noneOfBot}
      hits={hitsOf(ruleHits, { botId: bot.id })}
      last={lastFired(exchanges, users, known)}
      first={first}
      newRule={() => newBotRule('')}
      issues={issues}
      pointerOf={botPointer}
      onChange={({ rules, fallback }, place) => write({ ...draft, rules, fallback: fallback ?? draft.fallback }, place)}
      renderPreview={(rule, place) => (
        <BotPreview
          draft={draft}
          botId={bot.id}
          rule={rule}
          place={place}
          channelId={channelId ?? users[0]}
          drawMessage={drawMessage}
        />
      )}
    />
  );
  if (isReadOnly) return <div className={styles.whole}>{editor}</div>;
  return (
    <Form
      submission={submission}
      pointers={['/bot/name', '/bot/rules', '/bot/fallback']}
      verb={bots.save}
      leave={words.channels.form.revert}
      isUnchanged={!writing.isChanged(bot)}
      isOutrun={writing.isOutrun(bot)}
      isWhole
      aside={
        <div className={styles.name}>
          <TextField
            label={bots.name}
            value={draft.name}
            issues={issuesAt(issues, '/bot/name', words)}
            onChange={(name) => write({ ...draft, name }, '/bot/name')}
          />
        </div>
      }
      cancel={() => {
        writing.revert(bot);
        submission.forgetAll();
      }}
    >
      {editor}
    </Form>
  );
};
