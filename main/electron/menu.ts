import { Menu } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import { menuTemplate } from './menu-template.ts';

/** Replaces Electron's own menu; `send` passes a command to the page. */
export const installMenu = (send: (command: MenuCommand) => void): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(send, process.platform)]));
};
