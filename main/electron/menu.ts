import { Menu } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import type { Language } from '#shared/session/language.ts';
import { menuTemplate, type RecentMenu } from './menu-template.ts';
import { spokenMenu } from './menu-words.ts';

/** Replaces Electron's own menu; `send` passes a command to the page. */
export const installMenu = (send: (command: MenuCommand) => void, language: Language, recent: RecentMenu): void => {
  const { platform } = process;
  const template = menuTemplate(send, platform, recent);
  Menu.setApplicationMenu(Menu.buildFromTemplate([...spokenMenu(template, language, platform)]));
};
