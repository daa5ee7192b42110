import { useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { HttpSide } from './http-side.tsx';
import { Scroller } from './scroller.tsx';
import { useWidth } from './use-width.ts';
import styles from './both-sides.module.css';

/** With less room than this, in pixels, one side is above the other. */
const roomForTwo = 600;
const parts: readonly BodyPart[] = ['request', 'response'];

/** Request and response, beside each other where there is room; where the line between them is, is remembered. */
export const BothSides = ({ exchange }: { readonly exchange: Exchange }) => {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const width = useWidth(box);
  return (
    <div ref={setBox} className={styles.both}>
      {width > 0 && <Sides key={String(width < roomForTwo)} exchange={exchange} isStacked={width < roomForTwo} />}
    </div>
  );
};

type SidesProps = { readonly exchange: Exchange; readonly isStacked: boolean };

const Sides = ({ exchange, isStacked }: SidesProps) => {
  const actions = useActions();
  const { inspector: words } = useWords();
  const name = isStacked ? 'stacked' : 'beside';
  const layout = useBench(({ view }) => view.remembered.layouts[name]);
  const [request, response] = parts.map((part) => (
    <Scroller key={part} place={`${String(exchange.summary.id)} both ${part}`} label={words.tabs[part]}>
      <HttpSide exchange={exchange} part={part} where="both" />
    </Scroller>
  ));
  return (
    <Group
      id="both"
      className={styles.group}
      orientation={isStacked ? 'vertical' : 'horizontal'}
      {...(layout ? { defaultLayout: layout } : {})}
      onLayoutChanged={(changed, { isUserInteraction }) => {
        if (isUserInteraction) actions.rememberLayout(name, changed);
      }}
    >
      <Panel id="request" defaultSize="50%" minSize="15%">
        {request}
      </Panel>
      <Separator className={isStacked ? styles.across : styles.between} aria-label={words.divider} />
      <Panel id="response" defaultSize="50%" minSize="15%">
        {response}
      </Panel>
    </Group>
  );
};
