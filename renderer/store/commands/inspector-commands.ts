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
export const inspectorCommands = {
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
