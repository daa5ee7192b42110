export const kit = {
  losing: {
    title: 'Close without saving?',
    consequence: 'What you have written here is lost.',
    stay: 'Keep writing',
    leave: 'Close without saving',
  },
  close: 'Close',
  remove: (what: string) => `Remove ${what}`,
  /** An order that can be changed. */
  reorder: {
    drag: 'Drag to another place',
    move: (what: string) => `Move ${what}`,
    keys: 'Alt and the arrow keys move it.',
    moved: (name: string, place: number, count: number) => `${name}: place ${String(place)} of ${String(count)}`,
  },
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
    copy: (label: string) => `Copy ${label}`,
    clean: 'Clean',
  },
};
