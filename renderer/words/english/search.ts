import type { HelpLine } from '#shared/query/help.ts';
import type { QueryProblem } from '#shared/query/problem.ts';
import { counted } from './counted.ts';

/** The search of the traffic. */
export const search = {
  label: 'Search traffic',
  hint: 'status:4xx user:u-42 card',
  clear: 'Clear search',
  suggestions: 'What can be written here',
  filter: 'Saved filter',
  recent: 'Recent',
  /** What is wrong with a query, told by what its parser knows of it. */
  problem: (problem: QueryProblem) => problem.sentence,
  writeInstead: (meant: string) => `Use ${meant}`,
  hits: (count: number) => counted(count, { one: 'hit', other: 'hits' }),
  hitsSoFar: (count: number) => `${counted(count, { one: 'hit', other: 'hits' })} so far`,
  searching: 'Searching',
  searched: (done: string, total: string) => `searched ${done} of ${total}`,
  /** Where no word begins so, the letters are looked for in the middle of words too. */
  substring: 'anywhere in words',
  stop: 'Stop',
  goOn: 'Go on',
  tryAgain: 'Try again',
  nothing: (query: string) => `Nothing is found by ${query}`,
  nothingHint: 'Leave a term out to find more:',
  without: (term: string) => `Without ${term}`,
  help: 'What can be searched for',
  /** Of a line of the help, which comes in English. */
  helpName: ({ name }: HelpLine) => name,
  helpWhat: ({ what }: HelpLine) => what,
  helpTakes: ({ takes }: HelpLine) => (takes === '' ? '' : `Takes ${takes}.`),
  helpColumns: { name: 'Write', what: 'To find', example: 'For example' },
  filters: 'Saved filters',
  saveFilter: 'Save this search…',
  editFilters: 'Edit saved filters…',
  noFilters: 'A search that is saved under a name is offered here and in the command palette.',
  name: 'Name',
  query: 'Search',
  save: 'Save',
  saved: (name: string) => `Search saved as ${name}.`,
  remove: 'Remove',
  removeFilter: (name: string) => `Remove ${name}`,
};
