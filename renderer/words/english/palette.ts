/** The place where everything is found and every command is run. */
export const palette = {
  title: 'Search, or run a command',
  placeholder: 'A command, a channel, a user, a path, a filter…',
  field: 'Search or run a command…',
  found: 'Found',
  kinds: {
    recent: 'Recent',
    command: 'Commands',
    channel: 'Channels',
    environment: 'Environments',
    conversation: 'Conversations',
    exchange: 'Recent exchanges',
    filter: 'Saved filters',
    file: 'Recent files',
    bot: 'Bots',
  },
  on: 'on',
  none: (typed: string) => `Nothing is called “${typed}”.`,
  noneNext: 'Fewer letters find more. What is inside of requests is found by the search of the traffic.',
  moves: 'move',
  runs: 'choose',
  closes: 'close',
};
