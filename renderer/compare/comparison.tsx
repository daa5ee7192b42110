import { Tabs } from 'radix-ui';
import { useMemo, useState, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import tabs from '#renderer/kit/tabs.module.css';
import { BodyDiffView } from '#renderer/diff/body-diff-view.tsx';
import { IgnoreBar } from '#renderer/diff/ignore-bar.tsx';
import { PartDiffView } from '#renderer/diff/part-diff-view.tsx';
import { TrustDiffView } from '#renderer/diff/trust-diff-view.tsx';
import type { BodyLook } from '#renderer/store/compare/body-side.ts';
import { messagesOf, messagesSource } from '#renderer/store/compare/compared-messages.ts';
import { joinLeftOut } from '#renderer/store/compare/head-diff.ts';
import { useBodyDiff } from '#renderer/store/compare/use-body-diff.ts';
import { useCommonVeil } from '#renderer/store/compare/use-common-veil.ts';
import { usePartDiff } from '#renderer/store/compare/use-part-diff.ts';
import { verdictDiff } from '#renderer/store/compare/verdict-diff.ts';
import { useSession } from '#renderer/store/context.tsx';
import type { Compared } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './compare-sheet.module.css';

type Part = 'request' | 'response' | 'trust' | 'message';

type ComparisonProps = {
  readonly one: Compared;
  readonly other: Compared;
  readonly before: Exchange;
  readonly after: Exchange;
  /** Whether their credentials are shown. */
  readonly areRevealed: boolean;
};

/** Two exchanges part by part, with how much differs in each. */
export const Comparison = ({ one, other, before, after, areRevealed }: ComparisonProps) => {
  const words = useWords();
  const { compare: said } = words;
  const isOfMessages = one.messageId !== null && other.messageId !== null;
  const veil = useCommonVeil(before, after, areRevealed);
  const request = usePartDiff(before, after, 'request', veil);
  const response = usePartDiff(before, after, 'response', veil);
  const trust = useMemo(() => verdictDiff(before, after, words), [before, after, words]);
  const message = useMessageDiff({ one, other, before, after, veil });
  const [chosen, show] = useState<Part | null>(null);
  const leftOut = joinLeftOut(request.leftOut, response.leftOut, message.leftOut);
  const counts: Readonly<Record<Part, number | null>> = {
    request: request.count,
    response: response.count,
    trust: trust.count,
    message: message.count,
  };
  const parts: readonly Part[] = message.isThere
    ? isOfMessages
      ? ['message', 'request', 'response', 'trust']
      : ['request', 'response', 'message', 'trust']
    : ['request', 'response', 'trust'];
  const [opening = 'request'] = parts;
  // Once all is compared it opens where something differs, and stays there: what is left out later takes nobody away from where he is.
  if (chosen === null && parts.every((each) => counts[each] !== null))
    show(parts.find((each) => counts[each] !== 0) ?? opening);
  const content = (each: Part, children: ReactNode) => (
    <Tabs.Content key={each} value={each} className={tabs.content} tabIndex={-1}>
      <div className={styles.scroller}>
        {counts[each] === 0 && <p className={styles.plain}>{said.isSame}</p>}
        {children}
      </div>
    </Tabs.Content>
  );
  return (
    <>
      <p className={styles.sentence} role="status">
        {trust.sentence}
      </p>
      <div className={styles.rules}>
        <IgnoreBar leftOut={leftOut} />
      </div>
      <Tabs.Root className={tabs.root} value={chosen ?? opening} onValueChange={(value) => show(value as Part)}>
        <Tabs.List className={tabs.list} aria-label={said.parts.label}>
          {parts.map((each) => (
            <Tabs.Trigger key={each} value={each} className={tabs.tab}>
              {each === 'message' && isOfMessages ? said.parts.oneMessage : said.parts[each]}
              <Count count={counts[each]} />
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {content('request', <PartDiffView diff={request} />)}
        {content('response', <PartDiffView diff={response} />)}
        {content('trust', <TrustDiffView before={before} after={after} diff={trust} veil={veil} />)}
        {content(
          'message',
          <BodyDiffView
            title={said.parts.message}
            {...message}
            comparison={message.comparison}
            onLook={message.look}
          />,
        )}
      </Tabs.Root>
    </>
  );
};

/** How many differences there are; a word where there is none. */
const Count = ({ count }: { readonly count: number | null }) => {
  const { compare: words } = useWords();
  if (count === null) return null;
  return (
    <span className={classes(tabs.count, count === 0 && styles.none)}>
      {count === 0 ? words.same : count}
      {count > 0 && <span className="only-heard">{words.differences(count)}</span>}
    </span>
  );
};

type MessageDiffTerms = Omit<ComparisonProps, 'areRevealed'> & { readonly veil: readonly string[] | null };

/** What the exchanges carried, or the two messages that were chosen. */
const useMessageDiff = ({ one, other, before, after, veil }: MessageDiffTerms) => {
  const messages = useSession((session) => session.messages);
  const [chosen, look] = useState<BodyLook | null>(null);
  const sources = useMemo(() => {
    const isOne = one.messageId !== null && other.messageId !== null;
    const of = ({ messageId }: Compared, { summary }: Exchange) =>
      messagesSource(isOne ? messages.filter(({ id }) => id === messageId) : messagesOf(messages, summary), isOne);
    return { before: of(one, before), after: of(other, after) };
  }, [messages, one, other, before, after]);
  const comparison = useBodyDiff(sources.before, sources.after, { look: chosen, veil });
  const diff = comparison.state === 'done' ? comparison.diff : null;
  return {
    ...sources,
    isThere: sources.before !== null || sources.after !== null,
    comparison,
    look,
    count: diff && diff.count,
    leftOut: diff?.look === 'json' ? diff.leftOut : [],
  };
};
