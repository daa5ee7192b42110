import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';

/** Every command that the menu sends. The keys are the page's own, shown here and obeyed there. */
const commandItems: Readonly<Record<MenuCommand, { readonly label: string; readonly accelerator?: string }>> = {
  'new-conversation': { label: 'New user', accelerator: 'Alt+N' },
  'clear-traffic': { label: 'Clear traffic…' },
  'focus-composer': { label: 'Message', accelerator: 'Alt+M' },
  'focus-traffic': { label: 'Traffic', accelerator: 'Alt+T' },
  'focus-inspector': { label: 'Inspector', accelerator: 'Alt+I' },
  'show-settings': { label: 'Settings…', accelerator: 'CmdOrCtrl+,' },
  'show-shortcuts': { label: 'Keyboard shortcuts' },
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as a template: our commands, and the roles that every desktop app has. */
export const menuTemplate = (
  send: (command: MenuCommand) => void,
  platform: NodeJS.Platform,
): readonly MenuItemConstructorOptions[] => {
  const item = (command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    ...commandItems[command],
    registerAccelerator: false,
    click: () => send(command),
  });
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('new-conversation'),
        item('clear-traffic'),
        separator,
        item('show-settings'),
        separator,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('focus-composer'),
        item('focus-traffic'),
        item('focus-inspector'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        { role: 'reload' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: [item('show-shortcuts')] },
  ];
};
