import type { Unsubscribe } from '#shared/contract/harness.ts';
import type { Wire } from '#shared/contract/transport.ts';

/** What the native menu may ask of the page: each is a thing that the page can do by itself as well. */
export const menuCommands = [
  'new-conversation',
  'focus-composer',
  'focus-traffic',
  'focus-inspector',
  'clear-traffic',
  'show-settings',
  'show-shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the desktop shell puts on the page's window, under the name `hookbench`: a wire and the menu, nothing else. */
export type ShellBridge = {
  readonly wire: Wire;
  readonly onMenu: (act: (command: MenuCommand) => void) => Unsubscribe;
};
