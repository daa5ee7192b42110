export const kit = {
  losing: {
    title: 'Close without saving?',
    consequence: 'What you have written here is lost.',
    stay: 'Keep writing',
    leave: 'Close without saving',
  },
  close: 'Close',
  copied: 'Copied',
  couldNotCopy: 'Could not copy',
  /** A secret that is there is only said to be there. */
  secret: {
    set: 'Set',
    willBeForgotten: 'Will be forgotten',
    replace: 'Replace',
    keep: 'Keep',
    forget: 'Forget',
    show: (label: string) => `Show ${label}`,
    hide: (label: string) => `Hide ${label}`,
  },
};
