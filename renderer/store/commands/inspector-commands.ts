import type { BodyPart } from '#shared/exchange/exchange.ts';
import type { BenchState } from '../store.ts';
import { command } from './command.ts';
import { goTo } from './go-commands.ts';

/** The body in which something is looked for: the one on screen; of two the response, because that is what people wonder about. */
const searchedPart = ({ view }: BenchState): BodyPart | null => {
  if (view.exchangeId === null) return null;
  const { tab } = view.remembered;
  if (tab === 'request' || tab === 'response') return tab;
  return tab === 'both' ? 'response' : null;
};

/** Of what the inspector shows. */
/** The exchange on screen, where it was read. */
const shownId = ({ view: { opened } }: BenchState): number | null => opened?.id ?? null;

export const inspectorCommands = {
  'show-credentials': command({
    group: 'exchange',
    isPossible: ({ state }) => shownId(state) !== null,
    isOn: ({ state }) => shownId(state) !== null && state.view.unveiled === shownId(state),
    run: ({ actions, state }) => actions.unveil(state.view.unveiled === shownId(state) ? null : shownId(state)),
  }),
  'find-in-body': command({
    group: 'exchange',
    keys: 'Mod+F',
    within: '#pane-inspector',
    isPossible: ({ state }) => searchedPart(state) !== null,
    run: (bench) => {
      const { actions, state } = bench;
      const part = searchedPart(state);
      if (part === null) return;
      if (state.view.finding[part] === null) actions.findInBody(part, '');
      goTo(bench, 'inspector', [`#find-in-${part}`]);
    },
  }),
};
