import { goTo } from '../commands/go-commands.ts';
import { veiledTarget } from '../inspect/veil.ts';
import { statusWord, trafficRows } from '../traffic-rows.ts';
import { find, type FindSource } from './find.ts';

/** As many exchanges as a person remembers; older ones are found by the search of the traffic. */
const recentExchanges = 300;

const channelFinds: FindSource = ({ state, catalogue, actions }) =>
  (state.session?.channels ?? []).map(({ id, name, platformId }) =>
    find({
      id: `channel ${id}`,
      kind: 'channel',
      title: name,
      detail: catalogue.platforms.find((each) => each.id === platformId)?.name ?? platformId,
      run: () => actions.selectChannel(id),
    }),
  );

/** Where a channel has several, another one is a choice away; those of the channel on screen first. */
const environmentFinds: FindSource = ({ state, actions }, { environments: words }) =>
  (state.session?.openedBundle ? [] : (state.session?.channels ?? []))
    .filter(({ environments }) => environments.length > 1)
    .toSorted(
      (one, other) =>
        Number(other.id === state.view.remembered.channelId) - Number(one.id === state.view.remembered.channelId),
    )
    .flatMap(({ id: channelId, name: channel, environments, environmentId }) =>
      environments.map(({ id, name }) =>
        find({
          id: `environment ${channelId} ${id}`,
          kind: 'environment',
          title: words.switchTo(name),
          detail: channel,
          isOn: id === environmentId,
          run: () => actions.switchEnvironment({ channelId, environmentId: id }),
        }),
      ),
    );

const conversationFinds: FindSource = (bench, { format }) => {
  const { channels = [], conversations = [] } = bench.state.session ?? {};
  return conversations
    .toSorted((one, other) => other.startedAt - one.startedAt)
    .map(({ id, channelId, userId, startedAt }) =>
      find({
        id: `conversation ${id}`,
        kind: 'conversation',
        title: userId,
        detail: channels.find((each) => each.id === channelId)?.name ?? '',
        aside: format.moment(startedAt),
        run: () => {
          bench.actions.selectConversation(channelId, id);
          goTo(bench, 'conversation');
        },
      }),
    );
};

const exchangeFinds: FindSource = (bench, words) =>
  trafficRows(bench.state.session?.exchanges.slice(-recentExchanges) ?? []).map(({ exchange }) =>
    find({
      id: `exchange ${String(exchange.id)}`,
      kind: 'exchange',
      title: `${exchange.method} ${veiledTarget(exchange.target)}`,
      detail: `#${String(exchange.id)}`,
      aside: `${statusWord(exchange, words)} · ${words.format.clock(exchange.openedAt)}`,
      run: () => {
        bench.actions.inspectExchange(exchange.id);
        goTo(bench, 'inspector');
      },
    }),
  );

const filterFinds: FindSource = (bench) =>
  (bench.state.session?.shelf.filters ?? []).map(({ id, name, query }) =>
    find({
      id: `filter ${id}`,
      kind: 'filter',
      title: name,
      detail: query,
      run: () => {
        bench.actions.typeSearch(query);
        goTo(bench, 'traffic', ['#traffic-search']);
      },
    }),
  );

const botFinds: FindSource = ({ catalogue, actions }, { bots: words }) =>
  catalogue.botScripts.map(({ id, name, rules }) =>
    find({
      id: `bot ${id}`,
      kind: 'bot',
      title: name,
      detail: words.part.rules(rules.length),
      run: () => actions.showBot({ botId: id }),
    }),
  );

const payloadFinds: FindSource = ({ state, actions }) =>
  state.session?.openedBundle
    ? []
    : (state.session?.shelf.payloads ?? []).map(({ id, name, folder, method, url }) =>
        find({
          id: `payload ${id}`,
          kind: 'payload',
          title: folder === '' ? name : `${folder}/${name}`,
          detail: `${method} ${url}`,
          run: () => actions.editRequest({ kind: 'payload', id }),
        }),
      );

/** What the session holds. */
export const sessionFinds: FindSource = (bench, words) =>
  [channelFinds, environmentFinds, conversationFinds, exchangeFinds, filterFinds, payloadFinds, botFinds].flatMap(
    (source) => source(bench, words),
  );
