import type { ReactNode } from 'react';
import type { TraceStep } from '#renderer/store/inspect/trace.ts';
import type { InspectorTab } from '#renderer/store/remember.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { BothSides } from './both-sides.tsx';
import { HttpSide } from './http-side.tsx';
import { RawView } from './raw-view.tsx';
import { Scroller } from './scroller.tsx';
import { Timing } from './timing.tsx';

type PartProps = {
  readonly tab: InspectorTab;
  readonly exchange: Exchange;
  /** The trace that it belongs to. */
  readonly steps: readonly TraceStep[];
  readonly drawTrust: (exchange: Exchange) => ReactNode;
};

/** One part of what there is to know about an exchange; it scrolls, and stays where it was left. */
export const Part = ({ tab, exchange, steps, drawTrust }: PartProps) => {
  const { inspector: words } = useWords();
  const drawn = () => {
    switch (tab) {
      case 'trust':
        return drawTrust(exchange);
      case 'request':
      case 'response':
        return <HttpSide exchange={exchange} part={tab} />;
      case 'timing':
        return <Timing exchange={exchange} steps={steps} />;
      case 'raw':
        return <RawView exchange={exchange} />;
      case 'both':
        return null;
      default:
        return assertNever(tab);
    }
  };
  if (tab === 'both') return <BothSides exchange={exchange} />;
  return (
    <Scroller place={`${String(exchange.summary.id)} ${tab}`} label={words.tabs[tab]}>
      {drawn()}
    </Scroller>
  );
};
