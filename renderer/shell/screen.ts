import { shellFiles } from './shell-files.ts';
import { tabFiles } from './tab-files.ts';
import { copyText } from '#renderer/kit/copy-text.ts';
import type { FileToSave, SaveOutcome, ShellBridge } from '#shared/contract/shell.ts';
import type { Screen } from '#renderer/store/commands/command.ts';
import type { Pane } from '#renderer/store/remember.ts';

const panes: readonly Pane[] = ['traffic', 'conversation', 'inspector'];

const focusFirst = (selectors: readonly string[]): void => {
  const found = selectors.map((each) => document.querySelector<HTMLElement>(each)).find((each) => each !== null);
  found?.focus();
};

/** In a tab: full screen by the page's own means. */
const toggleInTab = (): void => {
  // A browser that does not allow it says so by itself, by doing nothing.
  const asked = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  asked.catch(() => undefined);
};

const zoomInTab = (factor: number): void => {
  const { style } = document.documentElement;
  style.setProperty('zoom', factor === 1 ? '' : String(factor));
  style.setProperty('--zoom', String(factor));
};

/** In a tab: as a download. */
const giveToBrowser = async ({ name, mediaType, bytes }: FileToSave): Promise<SaveOutcome> => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  link.download = name;
  link.click();
  // The browser reads it after this turn; once it has begun to, the address is of no use to anybody.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return { state: 'given' };
};

/** What commands ask of the window: of the desktop shell where there is one, of the tab otherwise. */
export const createScreen = (shell: Omit<ShellBridge, 'wire' | 'onMenu'> | undefined): Screen => ({
  focus: (selectors) => {
    // At once, or the next key would go astray; and again when a part is drawn that was not, and a menu has given the focus back.
    focusFirst(selectors);
    requestAnimationFrame(() => focusFirst(selectors));
  },
  focusedPane: () =>
    panes.find((pane) => document.querySelector(`#pane-${pane}`)?.contains(document.activeElement)) ?? null,
  toggleFullScreen: shell?.toggleFullScreen ?? toggleInTab,
  zoomTo: shell?.zoomTo ?? zoomInTab,
  copy: copyText,
  saveFile: shell?.saveFile ?? giveToBrowser,
  files: shell ? shellFiles(shell.files) : tabFiles(),
  width: () => window.innerWidth / (Number(document.documentElement.style.getPropertyValue('zoom')) || 1),
  isMac: /mac|iphone|ipad/i.test(navigator.userAgent),
});
