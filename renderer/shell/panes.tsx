import { Tabs } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Channels } from '#renderer/channels/channels.tsx';
import { Conversation } from '#renderer/conversation/conversation.tsx';
import { Inspector } from '#renderer/inspector/inspector.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { Pane } from '#renderer/store/remember.ts';
import { Traffic } from '#renderer/traffic/traffic.tsx';
import { Trust } from '#renderer/trust/trust.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './shell.module.css';

const drawTrust = (exchange: Exchange) => <Trust exchange={exchange} />;

const narrow = '(max-width: 900px)';
const watchNarrow = (tell: () => void) => {
  const query = matchMedia(narrow);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
};
const useIsNarrow = (): boolean => useSyncExternalStore(watchNarrow, () => matchMedia(narrow).matches);

/** The three parts of the screen: side by side, or one at a time where there is no room. */
export const Panes = () => (useIsNarrow() ? <OnePane /> : <ThreePanes />);

const ThreePanes = () => {
  const actions = useActions();
  const { shell: words } = useWords();
  const layout = useBench(({ view }) => view.remembered.layouts['bench']);
  return (
    <main className={styles.main}>
      <Group
        className={styles.group}
        id="bench"
        {...(layout ? { defaultLayout: layout } : {})}
        onLayoutChanged={(changed, { isUserInteraction }) => {
          if (isUserInteraction) actions.rememberLayout('bench', changed);
        }}
      >
        <Panel id="left" defaultSize="25%" minSize={220}>
          <LeftPane />
        </Panel>
        <Separator className={styles.separator} aria-label={words.resizeLeft} />
        <Panel id="middle" defaultSize="36%" minSize={300}>
          <Conversation />
        </Panel>
        <Separator className={styles.separator} aria-label={words.resizeInspector} />
        <Panel id="right" defaultSize="39%" minSize={320}>
          <Inspector drawTrust={drawTrust} />
        </Panel>
      </Group>
    </main>
  );
};

const LeftPane = () => (
  <div className={styles.left} id="pane-traffic">
    <Channels />
    <Traffic />
  </div>
);

const panes: readonly Pane[] = ['traffic', 'conversation', 'inspector'];

const OnePane = () => {
  const actions = useActions();
  const { shell: words } = useWords();
  const pane = useBench(({ view }) => view.remembered.pane);
  return (
    <main className={styles.main}>
      <Tabs.Root className={styles.one} value={pane} onValueChange={(value) => actions.showPane(value as Pane)}>
        <Tabs.List className={styles.paneTabs} aria-label={words.partsOfScreen}>
          {panes.map((each) => (
            <Tabs.Trigger key={each} value={each} className={styles.paneTab}>
              {words.panes[each]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="traffic" className={styles.paneContent} tabIndex={-1}>
          <LeftPane />
        </Tabs.Content>
        <Tabs.Content value="conversation" className={styles.paneContent} tabIndex={-1}>
          <Conversation />
        </Tabs.Content>
        <Tabs.Content value="inspector" className={styles.paneContent} tabIndex={-1}>
          <Inspector drawTrust={drawTrust} />
        </Tabs.Content>
      </Tabs.Root>
    </main>
  );
};
