import { menuKeys } from '#shared/contract/shell.ts';
import type { InspectorTab, Pane } from '../remember.ts';
import { command, type CommandBench } from './command.ts';

/** Where each part of the screen takes the focus: the first of these that is there. */
const places: Readonly<Record<Pane, readonly string[]>> = {
  traffic: ['#traffic-list', '#traffic-search'],
  conversation: ['#composer', '#pane-conversation button'],
  inspector: ['#pane-inspector [role=tab][data-state=active]', '#pane-inspector'],
};
const order: readonly Pane[] = ['traffic', 'conversation', 'inspector'];

type Going = Pick<CommandBench, 'actions' | 'screen'>;

/** Brings a part of the screen in sight, where only one is drawn, and takes the focus there. */
export const goTo = ({ actions, screen }: Going, pane: Pane, selectors = places[pane]): void => {
  actions.showPane(pane);
  // The wide traffic stands where the conversation would be.
  if (pane === 'conversation') actions.widenTraffic(false);
  screen.focus(selectors);
};

const goOn = (bench: Going, step: 1 | -1): void => {
  const focused = bench.screen.focusedPane();
  const from = focused === null ? (step > 0 ? -1 : 0) : order.indexOf(focused);
  goTo(bench, order[(from + step + order.length) % order.length] ?? 'conversation');
};

const tab = (tab: InspectorTab) =>
  command({
    group: 'go',
    isPossible: ({ state }) => state.view.exchangeId !== null,
    run: (bench) => {
      bench.actions.showTab(tab);
      goTo(bench, 'inspector');
    },
  });

/** From one part of the screen to another. */
export const goCommands = {
  'focus-composer': command({
    group: 'go',
    keys: menuKeys['focus-composer'],
    run: (bench) => goTo(bench, 'conversation'),
  }),
  'focus-traffic': command({
    group: 'go',
    keys: menuKeys['focus-traffic'],
    run: (bench) => goTo(bench, 'traffic'),
  }),
  'focus-inspector': command({
    group: 'go',
    keys: menuKeys['focus-inspector'],
    run: (bench) => goTo(bench, 'inspector'),
  }),
  'next-part': command({ group: 'go', keys: menuKeys['next-part'], run: (bench) => goOn(bench, 1) }),
  'previous-part': command({ group: 'go', keys: menuKeys['previous-part'], run: (bench) => goOn(bench, -1) }),
  'show-trust': tab('trust'),
  'show-request': tab('request'),
  'show-response': tab('response'),
  'show-both': tab('both'),
  'show-timing': tab('timing'),
  'show-raw': tab('raw'),
};
