import { Tabs } from 'radix-ui';
import { useEffect, type ReactNode } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { InspectorTab } from '#renderer/store/remember.ts';
import type { Opened } from '#renderer/store/store.ts';
import { exchangeNow, findExchange } from '#renderer/store/selectors.ts';
import { shownExchangeId } from '#renderer/store/traffic-rows.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Fault } from '#shared/contract/fault.ts';
import type { Exchange, ExchangeSummary } from '#shared/exchange/exchange.ts';
import { InspectorHead } from './head.tsx';
import { Part } from './part.tsx';
import { useTrace } from './use-trace.ts';
import styles from './inspector.module.css';

type InspectorProps = { readonly drawTrust: (exchange: Exchange) => ReactNode };

/** The exchange that is selected: what became of it, why it was trusted or not, and its bytes. */
export const Inspector = ({ drawTrust }: InspectorProps) => {
  const { inspector: words } = useWords();
  const summary = useSelected();
  const selectedId = useBench(({ view }) => view.exchangeId);
  return (
    <section className={styles.inspector} aria-label={words.title} id="pane-inspector">
      <h2 className="only-heard">{words.title}</h2>
      {summary ? (
        <Shown summary={summary} drawTrust={drawTrust} />
      ) : selectedId === null ? (
        <Nothing />
      ) : (
        <Fetched key={selectedId} id={selectedId} />
      )}
    </section>
  );
};

/** The summary to show: of two twins the one on the chosen side. */
const useSelected = (): ExchangeSummary | null => {
  const selectedId = useBench(({ view }) => view.exchangeId);
  const side = useBench(({ view }) => view.side);
  const opened = useBench(({ view }) => view.opened);
  const read = opened && opened.state !== 'failed' ? opened.exchange.summary : undefined;
  const lists = read ? [[read]] : [];
  const selected = useBench((state) => exchangeNow(state, selectedId)) ?? findExchange(selectedId, ...lists);
  const shownId = shownExchangeId(selected, side);
  const shown = useBench((state) => exchangeNow(state, shownId)) ?? findExchange(shownId, ...lists);
  return shown ?? selected;
};

const tabs: readonly InspectorTab[] = ['trust', 'request', 'response', 'both', 'timing', 'raw'];

type ShownProps = InspectorProps & { readonly summary: ExchangeSummary };

const Shown = ({ summary, drawTrust }: ShownProps) => {
  const actions = useActions();
  const { inspector: words } = useWords();
  const tab = useBench(({ view }) => view.remembered.tab);
  const opened = useBench(({ view }) => view.opened);
  const { id } = summary;
  const steps = useTrace(summary.traceId);
  const isOurs = opened?.id === id;
  const isStale = isStillOpen(opened, id) && summary.outcome.state !== 'pending';
  // Read again when it closes: the answer, the verdict and the bodies are there only then.
  useEffect(() => {
    if (!isOurs || isStale) void actions.readExchange(id);
  }, [actions, id, isOurs, isStale]);
  useFocusAfterReplay(id, summary.replayOf !== null);
  // Until the next one is read the one before stays: who goes quickly through the traffic sees no flicker.
  const exchange = opened?.state === 'read' ? opened.exchange : null;
  return (
    <>
      <InspectorHead summary={summary} steps={steps} />
      <Tabs.Root className={styles.tabs} value={tab} onValueChange={(value) => actions.showTab(value as InspectorTab)}>
        <Tabs.List className={styles.tabList} aria-label={words.parts}>
          {tabs.map((each) => (
            <Tabs.Trigger key={each} value={each} className={styles.tab}>
              {words.tabs[each]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.map((each) => (
          <Tabs.Content
            key={each}
            value={each}
            tabIndex={-1}
            className={classes(styles.content, !isOurs && styles.before)}
            aria-busy={!isOurs}
          >
            {exchange ? (
              <Part key={exchange.summary.id} tab={each} exchange={exchange} steps={steps} drawTrust={drawTrust} />
            ) : isOurs && opened.state === 'failed' ? (
              <Failed fault={opened.fault} />
            ) : (
              <Skeleton lines={8} label={words.reading} />
            )}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </>
  );
};

/** What was clicked to send a request again is gone with the exchange that it belonged to: the focus goes on from here. */
const useFocusAfterReplay = (id: number, isReplay: boolean): void => {
  useEffect(() => {
    if (isReplay && document.activeElement === document.body)
      document.querySelector<HTMLElement>('#pane-inspector [role=tab][data-state=active]')?.focus();
    // Each replay anew.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react/exhaustive-deps -- see above.
  }, [id, isReplay]);
};

/** True when what was read of the exchange is from before it closed. */
const isStillOpen = (opened: Opened | null, id: number): boolean =>
  opened?.id === id && opened.state !== 'failed' && opened.exchange.summary.outcome.state === 'pending';

/** An exchange that no list on screen holds, such as that of an old message: the store is asked for it. */
const Fetched = ({ id }: { readonly id: number }) => {
  const actions = useActions();
  const { inspector: words } = useWords();
  const opened = useBench(({ view }) => view.opened);
  useEffect(() => void actions.readExchange(id), [actions, id]);
  return opened?.id === id && opened.state === 'failed' ? (
    <Failed fault={opened.fault} />
  ) : (
    <Skeleton lines={8} label={words.reading} />
  );
};

const Failed = ({ fault }: { readonly fault: Fault }) => (
  <p className={classes(styles.notice, styles.failed)} role="alert">
    <ToneIcon tone="bad" /> {faultText(fault, useWords())}
  </p>
);

const Nothing = () => {
  const actions = useActions();
  const readOnly = useReadOnly();
  const { inspector: words } = useWords();
  return (
    <div className={styles.nothing}>
      <p className={styles.nothingTitle}>{words.nothing}</p>
      <p>{words.nothingHint}</p>
      {readOnly === '' && <Button onClick={() => actions.showDialog({ kind: 'examine-text' })}>{words.examine}</Button>}
    </div>
  );
};
