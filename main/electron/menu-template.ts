import type { MenuItemConstructorOptions } from 'electron';
import { menuKeys, type MenuCommand, type RecentFile } from '#shared/contract/shell.ts';

/** Every command that the menu sends, as it stands there. The keys are the page's own, shown here and obeyed there. */
const labels: Readonly<Record<MenuCommand, string>> = {
  'new-channel': 'New channel…',
  'new-conversation': 'New user',
  'open-file': 'Open…',
  'import-traffic': 'Import…',
  'export-traffic': 'Export…',
  'show-settings': 'Settings…',
  'undo-removal': 'Bring back what was removed',
  'search-traffic': 'Search traffic',
  'clear-traffic': 'Clear traffic',
  'show-palette': 'Search, or run a command',
  'wide-traffic': 'Wide traffic',
  'list-channels': 'List of channels',
  'zoom-in': 'Zoom in',
  'zoom-out': 'Zoom out',
  'zoom-reset': 'Actual size',
  'theme-system': 'Like the system',
  'theme-light': 'Light',
  'theme-dark': 'Dark',
  'theme-contrast': 'High contrast',
  'demo-mode': 'Demo mode',
  'focus-composer': 'Message',
  'focus-traffic': 'Traffic',
  'focus-inspector': 'Inspector',
  'next-part': 'Next part of the screen',
  'previous-part': 'Previous part of the screen',
  'examine-text': 'Examine a token or request…',
  'show-shortcuts': 'Keyboard shortcuts',
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The keys as Electron writes them (its accelerators); a sign by itself is none. */
const acceleratorOf = (keys: string | null): { readonly accelerator?: string } =>
  keys === null || keys.length === 1 ? {} : { accelerator: keys.replace('Mod', 'CmdOrCtrl') };

/** The files that were opened lately, as the menu shows them and acts on them. */
export type RecentMenu = {
  readonly files: readonly RecentFile[];
  readonly open: (id: string) => void;
  readonly clear: () => void;
};

const recentItems = ({ files, open, clear }: RecentMenu): MenuItemConstructorOptions[] => {
  if (files.length === 0) return [{ label: 'No recent files', enabled: false }];
  const isTwice = ({ name, id }: RecentFile): boolean => files.some((each) => each.name === name && each.id !== id);
  return [
    ...files.map((file) => ({
      id: `recent ${file.id}`,
      // An ampersand would name a key.
      label: (isTwice(file) ? `${file.name} (${file.folder})` : file.name).replaceAll('&', '&&'),
      click: () => open(file.id),
    })),
    separator,
    { label: 'Clear recent files', click: clear },
  ];
};

/** The menu as a template: our commands, and the roles that every desktop app has. */
export const menuTemplate = (
  send: (command: MenuCommand) => void,
  platform: NodeJS.Platform,
  recent: RecentMenu,
): readonly MenuItemConstructorOptions[] => {
  const item = (command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    label: labels[command],
    ...acceleratorOf(menuKeys[command]),
    registerAccelerator: false,
    click: () => send(command),
  });
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('new-channel'),
        item('new-conversation'),
        separator,
        item('open-file'),
        { label: 'Open recent', submenu: recentItems(recent) },
        item('import-traffic'),
        item('export-traffic'),
        separator,
        item('show-settings'),
        separator,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('search-traffic'),
        item('clear-traffic'),
        // Without its keys: they are those of "Undo" above, and the page knows which of the two is meant.
        { ...item('undo-removal'), accelerator: '' },
      ],
    },
    {
      label: '&View',
      submenu: [
        item('show-palette'),
        separator,
        item('wide-traffic'),
        item('list-channels'),
        {
          label: 'Theme',
          submenu: [item('theme-system'), item('theme-light'), item('theme-dark'), item('theme-contrast')],
        },
        separator,
        item('zoom-in'),
        item('zoom-out'),
        item('zoom-reset'),
        separator,
        item('demo-mode'),
        { role: 'togglefullscreen' },
        { role: 'reload' },
        { role: 'toggleDevTools' },
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('focus-traffic'),
        item('focus-composer'),
        item('focus-inspector'),
        separator,
        item('next-part'),
        item('previous-part'),
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: [item('examine-text'), item('show-shortcuts')] },
  ];
};
