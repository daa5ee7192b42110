export const traffic = {
  title: 'Traffic',
  searching: 'Searching',
  noneHas: (words: string) => `No exchange has “${words}” in its head or body.`,
  none: 'Every request that comes in or goes out is listed here, with its status and a verdict on its token.',
  search: 'Search traffic',
  searchHint: 'Search heads and bodies',
  clearSearch: 'Clear search',
  list: 'Exchanges, newest first',
  noChannel: 'No channel',
  notSent: 'not sent',
  ways: { inbound: 'inbound', outbound: 'outbound', loopback: 'loopback' },
};
