import type { ShellBridge } from '#shared/contract/shell.ts';
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

const saveFile = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // It is read after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** What commands ask of the window: of the desktop shell where there is one, of the tab otherwise. */
export const createScreen = (shell: Pick<ShellBridge, 'zoomTo' | 'toggleFullScreen'> | undefined): Screen => ({
  focus: (selectors) => {
    // In a narrow window the part is drawn only now.
    requestAnimationFrame(() => focusFirst(selectors));
  },
  focusedPane: () =>
    panes.find((pane) => document.querySelector(`#pane-${pane}`)?.contains(document.activeElement)) ?? null,
  toggleFullScreen: shell?.toggleFullScreen ?? toggleInTab,
  saveFile,
  zoomTo: shell?.zoomTo ?? zoomInTab,
  width: () => window.innerWidth / (Number(document.documentElement.style.getPropertyValue('zoom')) || 1),
  isMac: /mac|iphone|ipad/i.test(navigator.userAgent),
});
