import type { OddityCode } from '#shared/trust/hygiene.ts';

export const form = {
  cancel: 'Cancel',
  /** Stands below a form in which something is marked. */
  marked: 'Nothing was saved. Correct what is marked and try again.',
  /** Stands below a form whose thing was changed in another window. */
  outrun: 'It was changed elsewhere meanwhile. Saving replaces that by what is written here; Revert shows it.',
  /** What is wrong somewhere in an input. */
  issueAt: (place: string, problem: string) => `${place} ${problem}`,
  clearFilter: 'Clear the filter',
  filterSettings: 'Filter settings',
  noSettingHas: (words: string) => `No setting has “${words}” in it.`,
  off: 'Off',
  looksUnusual: (hint: string) => `Looks unusual: ${hint}.`,
  /** What is odd about a pasted text: `what` goes on after its name, as in “has white space behind it (line feed)”. */
  oddity: (_code: OddityCode, what: string) => what,
  odd: (oddities: readonly string[]) => `It ${oddities.join(', and ')}.`,
  clean: 'Clean',
  mustNotBeEmpty: 'must not be empty',
  mustBeNumber: 'must be a number',
  mustBeWholeNumber: 'must be a whole number',
  mustBeJson: (problem: string) => `must be JSON. ${problem}`,
  /** How sure a fact about a platform is, in one word, and what stands behind it. */
  certainty: {
    documented: { word: 'documented', meaning: 'Written by the vendor' },
    observed: { word: 'observed', meaning: 'Seen on the wire or in public code' },
    assumed: { word: 'assumed', meaning: 'Written nowhere: our assumption' },
  },
};
