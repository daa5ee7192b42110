export const setup = {
  reading: 'Reading the checklist',
  /** The end of ours that needs it tells whose place is taken by a real system. */
  headings: { platform: 'To use your own app with it', app: 'To use the real platform with it' },
  steps: 'What to paste where',
  nothingToPaste: 'With these settings there is nothing to paste anywhere.',
  playsNeither: 'Hookbench plays neither end of this channel. Turn one on in the settings first.',
  copy: 'Copy',
  copyStep: (title: string) => `Copy: ${title}`,
};
