import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Catalogue } from '#renderer/store/catalogue.ts';
import type { Screen } from '#renderer/store/commands/command.ts';
import { BenchProvider } from '#renderer/store/context.tsx';
import type { Desk } from '#renderer/store/files/desk.ts';
import { changeView } from '#renderer/store/store.ts';
import type { Transport } from '#renderer/transport/choose-transport.ts';
import { App } from './app.tsx';

type DeskViewProps = Pick<Transport, 'onMenu'> & {
  readonly desk: Desk;
  readonly catalogue: Catalogue;
  readonly screen: Screen;
};

/** The bench, or the bundle that lies in front of it: the same page, drawn anew for each. */
export const DeskView = ({ desk, catalogue, screen, onMenu }: DeskViewProps) => {
  const front = useStore(desk.front);
  const { store, actions } = front ?? desk.own;
  const value = useMemo(() => ({ store, actions, catalogue, screen }), [store, actions, catalogue, screen]);
  useEffect(() => screen.files.onRecent((recentFiles) => changeView(store, { recentFiles })), [store, screen]);
  const key = front?.key ?? 0;
  const drawn = useRef(key);
  useEffect(() => {
    if (drawn.current === key) return;
    drawn.current = key;
    // What had the focus is gone with the other one.
    screen.focus(['#traffic-list', '#traffic-search']);
  }, [key, screen]);
  return (
    <BenchProvider key={key} value={value}>
      <App onMenu={onMenu} />
    </BenchProvider>
  );
};
