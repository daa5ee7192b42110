import { counted } from './counted.ts';

/** The bar at the bottom: what was done, what is under way, and quiet facts. */
export const status = {
  bar: 'Status',
  undo: 'Undo',
  broughtBack: 'Brought back.',
  trafficCleared: 'Traffic cleared.',
  saved: 'Saved.',
  cleaned: 'Cleaned.',
  channelAdded: (name: string) => `Channel ${name} added.`,
  channelDuplicated: (name: string) => `Channel ${name} duplicated.`,
  channelImported: (name: string, missing: number) =>
    `Channel ${name} imported.${missing === 0 ? '' : ` ${counted(missing, { one: 'setting has', other: 'settings have' })} to be filled in.`}`,
  channelRemoved: (name: string) => `Channel ${name} removed.`,
  filterRemoved: (name: string) => `Filter ${name} removed.`,
  working: 'Working…',
  clearing: 'Clearing traffic…',
  bringingBack: 'Bringing it back…',
  sending: 'Sending…',
  cancel: 'Cancel',
  cancelOf: (label: string) => `Cancel: ${label}`,
  dismiss: 'Dismiss',
  progress: (done: string, total: string) => `${done} of ${total}`,
  kept: (count: number) => `${counted(count, { one: 'exchange', other: 'exchanges' })} kept`,
  environment: (name: string) => `Environment ${name}`,
  bundle: (name: string) => `Bundle ${name}, read only`,
  zoom: (percent: string) => `Zoom ${percent}`,
};
