import { listed } from './listed.ts';

/** The bots: what the emulated bot of a channel answers. */
export const bots = {
  title: 'Bots',
  bot: 'Bot',
  own: 'Your own',
  builtIn: 'Built in',
  builtInNote: 'Built in: it can be read and tried. Duplicate it to change it.',
  duplicateToEdit: 'Duplicate to edit',
  new: 'New bot',
  newName: 'New bot',
  import: 'Import',
  importHint: 'A bot that was exported. Its file can be dropped here as well.',
  dropHere: 'Drop the file of a bot here',
  export: 'Export',
  duplicate: 'Duplicate',
  copyOf: (name: string) => `${name} copy`,
  remove: 'Remove',
  name: 'Name of the bot',
  save: 'Save bot',
  answersOn: 'Answers on',
  answersOnThese: (first: string, others: number) =>
    others === 0 ? `Answers on ${first}` : `Answers on ${first} and ${String(others)} more`,
  answersNowhere: 'Answers nowhere',
  answersOnHint: 'On which channels this bot answers',
  added: (name: string) => `Bot ${name} added.`,
  imported: (name: string) => `Bot ${name} imported.`,
  removed: (name: string, usedBy: readonly string[]) =>
    `Bot ${name} removed.${usedBy.length === 0 ? '' : ` It answered on ${listed(usedBy)}.`}`,
  /** A bot that was being written was removed. */
  gone: 'The bot that was being written is gone. Bring it back with Undo where it was removed, and what was written is here again.',
  chosen: (bot: string, channel: string) => `${bot} answers on ${channel}.`,
  /** The first words of a new one. */
  example: { greeting: 'Greeting', hello: 'Hello! What can I do for you?', sorry: 'Sorry, I did not understand that.' },
  /** The part of a channel that is about its bot. */
  part: {
    lead: 'Who answers as the bot where the end that has the bot is played here. A choice counts at once.',
    none: 'The end that has the bot is not played here, so nobody answers as the bot now.',
    rules: (count: number) => (count === 1 ? '1 rule' : `${String(count)} rules`),
    edit: 'Edit this bot',
    look: 'Look at this bot',
    gone: 'This bot is gone. Choose another one.',
    byHandNote: 'A person types the answers while a request waits.',
  },
};
