import { Menu } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import type { Language } from '#shared/session/language.ts';
import { menuTemplate } from './menu-template.ts';
import { spokenMenu } from './menu-words.ts';

/** Replaces Electron's own menu; `send` passes a command to the page. */
export const installMenu = (send: (command: MenuCommand) => void, language: Language): void => {
  const { platform } = process;
  Menu.setApplicationMenu(Menu.buildFromTemplate([...spokenMenu(menuTemplate(send, platform), language, platform)]));
};
