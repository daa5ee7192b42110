import { Tabs } from 'radix-ui';
import { Group, Panel } from 'react-resizable-panels';
import { Channels } from '#renderer/channels/channels.tsx';
import { Conversation } from '#renderer/conversation/conversation.tsx';
import { Inspector } from '#renderer/inspector/inspector.tsx';
import { Divider } from '#renderer/kit/divider.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { Pane } from '#renderer/store/remember.ts';
import { Traffic } from '#renderer/traffic/traffic.tsx';
import { Trust } from '#renderer/trust/trust.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './shell.module.css';

const drawTrust = (exchange: Exchange) => <Trust exchange={exchange} />;

/** The three parts of the screen: side by side, or one at a time where there is no room. */
export const Panes = () => {
  const isNarrow = useBench(({ view }) => view.isNarrow);
  return isNarrow ? <OnePane /> : <PanesAbreast />;
};

/** With wide traffic there are two: each arrangement has sizes of its own. */
const PanesAbreast = () => {
  const actions = useActions();
  const { shell: words } = useWords();
  const isWide = useBench(({ view }) => view.remembered.isTrafficWide);
  const name = isWide ? 'wide' : 'bench';
  const layout = useBench(({ view }) => view.remembered.layouts[name]);
  return (
    <main className={styles.main}>
      <Group
        className={styles.group}
        id="bench"
        {...(layout ? { defaultLayout: layout } : {})}
        onLayoutChanged={(changed, { isUserInteraction }) => {
          if (isUserInteraction) actions.rememberLayout(name, changed);
        }}
      >
        <Panel id="left" defaultSize={`${String(usual[name]['left'])}%`} minSize={220}>
          <LeftPane isWide={isWide} />
        </Panel>
        {!isWide && (
          <>
            <Divider label={words.resizeLeft} />
            <Panel id="middle" defaultSize="36%" minSize={300}>
              <Conversation />
            </Panel>
          </>
        )}
        <Divider label={words.resizeInspector} />
        <Panel id="right" defaultSize={`${String(usual[name]['right'])}%`} minSize={320}>
          <Inspector drawTrust={drawTrust} />
        </Panel>
      </Group>
    </main>
  );
};

/** Shares of the width, in percent. */
const usual: Readonly<Record<'bench' | 'wide', Record<string, number>>> = {
  bench: { left: 25, middle: 36, right: 39 },
  wide: { left: 61, right: 39 },
};

/** Wide traffic has the room of the channels as well: they are in the switcher of the top bar. */
const LeftPane = ({ isWide = false }: { readonly isWide?: boolean }) => (
  <div className={styles.left} id="pane-traffic">
    {!isWide && <Channels />}
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
