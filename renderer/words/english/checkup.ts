import { counted } from './counted.ts';

/** A look at everything that a channel needs. */
export const checkup = {
  lead: 'Looks at everything that this channel needs, and at the machines that it would call. No message is sent: what is asked is asked for nothing (HEAD). It takes 20 seconds at most.',
  run: 'Check now',
  again: 'Check again',
  offer: 'Check the channel',
  running: (channel: string) => `Checking ${channel}`,
  runningShort: 'Checking…',
  cancel: 'Cancel',
  at: (time: string) => `Checked at ${time}`,
  isOld: 'The channel has changed since.',
  /** While settings are written that are not saved. */
  asSaved: 'What is written in the settings and not saved is not looked at.',
  never: 'Not checked yet.',
  results: { fail: 'Problem', warn: 'Look at it', pass: 'Fine', 'not-applicable': 'Not checked' },
  problems: (count: number) => counted(count, { one: 'problem', other: 'problems' }),
  doubts: (count: number) => `${String(count)} to look at`,
  fine: (count: number) => `${String(count)} fine`,
  allFine: 'Nothing is wrong.',
  groups: { here: 'Hookbench', settings: 'Settings' },
  startListening: 'Start listening',
  clean: 'Clean it',
  openSetting: 'Open the setting',
  show: 'Show',
};
