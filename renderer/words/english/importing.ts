import { counted } from './counted.ts';

const files = { one: 'file', other: 'files' };

/** Files that come in: imported, or opened to be read. */
export const importing = {
  title: 'Import',
  titleOfBundle: 'Open or import',
  files: 'Files',
  kinds: { bundle: 'Bundle', channel: 'Channel', traffic: 'HAR, Postman or cURL' },
  takeOut: (name: string) => `Leave ${name} out`,
  use: 'What to do with it',
  open: 'Open it read-only',
  openHint: 'In the place of the bench, with its conversations and verdicts. The bench is as it was when you close it.',
  import: 'Import its exchanges',
  importHint: 'Among your own traffic, without conversations.',
  channel: 'Channel',
  channelHint: 'The exchanges are listed with it, and can be sent again with its secrets.',
  noChannel: 'None',
  untrusted:
    'What is imported is marked, checked by nobody and sent to nobody. A file is taken as a whole or not at all.',
  cancel: 'Cancel',
  openIt: 'Open',
  importIt: 'Import',
  working: (name: string) => `Importing ${name}`,
  workingOn: (count: number) => `Importing ${counted(count, files)}`,
  opening: (name: string) => `Opening ${name}`,
  opened: (name: string) => `${name} is open, to be read only.`,
  imported: (count: number, from: string | number) =>
    `${counted(count, { one: 'exchange', other: 'exchanges' })} imported from ${typeof from === 'string' ? from : counted(from, files)}.`,
  skipped: (count: number) => `${counted(count, { one: 'request is', other: 'requests are' })} no HTTP, and left out.`,
  refusedToo: (count: number) =>
    `${counted(count, { one: 'other file', other: 'other files' })} could not be imported.`,
  cancelled: (count: number) => `Cancelled: nothing of ${counted(count, files)} was imported.`,
  show: 'Show',
  notIntoBundle: 'Nothing can be imported into a bundle.',
  closeAndImport: 'Close it, and import into the bench',
  waits: (name: string, count: number) => (count === 1 ? `${name} waits.` : `${counted(count, files)} wait.`),
  closeAndOpen: 'Leave what is open here, and go on',
  drop: {
    title: 'Drop to open or import',
    words: 'A bundle, HAR, Postman collection or cURL command, several at once; or the file of a channel.',
    titleInBundle: 'Drop a bundle to open it',
    wordsInBundle: 'In the place of this one. Nothing can be imported into a bundle.',
  },
  banner: {
    readOnly: (name: string) => `Read-only: ${name}`,
    made: (by: string, at: string) => `made by ${by} on ${at}`,
    exchanges: (count: number) => counted(count, { one: 'exchange', other: 'exchanges' }),
    import: 'Import…',
    importHint: 'Goes back to the bench, and asks there to which channel the exchanges belong.',
    close: 'Close',
    closeHint: 'Goes back to the bench, which is as it was.',
  },
};
