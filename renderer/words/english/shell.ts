import { counted } from './counted.ts';

export const shell = {
  connecting: 'Connecting to Hookbench',
  noAnswer: 'Hookbench does not answer. Check that it is still running; the page connects by itself.',
  news: 'News',
  connectionLost:
    'The connection to Hookbench is lost: what you see may be old. Check that it is still running; the page reconnects by itself.',
  takePort: (port: number) => `Use port ${String(port)}`,
  waitInMemory: (count: string) => `${count} wait in memory.`,
  couldNotBeKept: (count: string) => `${count} could not be kept at all.`,
  clear: {
    title: 'Clear all traffic?',
    consequence: (pinned: number) => {
      const also = counted(pinned, { one: 'pinned exchange', other: 'pinned exchanges' });
      return `Every exchange goes, with the messages that they carried${pinned > 0 ? `, and ${also} too` : ''}. For a minute it can be undone.`;
    },
    keep: 'Keep it',
    clear: 'Clear traffic',
  },
  resizeLeft: 'Resize channels and traffic',
  resizeInspector: 'Resize the inspector',
  panes: { traffic: 'Channels and traffic', conversation: 'Conversation', inspector: 'Inspector' },
  partsOfScreen: 'Parts of the screen',
  top: {
    examine: 'Examine a token, curl, raw HTTP or HAR',
    examineMenu: 'Examine a pasted token or request…',
    demo: 'Demo mode',
    settings: 'Settings',
    shortcuts: 'Keyboard shortcuts',
    look: 'Theme and language',
    channel: (name: string, environment: string | null) =>
      environment === null ? `Channel: ${name}` : `Channel: ${name}, environment ${environment}`,
    parts: {
      settings: 'Settings…',
      connect: 'Connect…',
      check: 'Check…',
      environments: 'Environments…',
      replies: 'Reply rules…',
      bots: 'Bots…',
      defects: 'Defects…',
    },
    makeToken: 'Make a token…',
    addChannel: 'Add a channel…',
    listeningOn: 'listening on',
    copyAddress: 'Copy the listening address',
    notListening: 'not listening',
    listeningIsOff: 'listening is off',
    startListening: 'Start listening',
  },
};
