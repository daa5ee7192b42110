import type { MenuEntry } from '#renderer/kit/actions-menu.tsx';
import { useMenu, type MenuItem } from './use-menu.ts';

/** What can be done with an exchange: the same on a row of the traffic and in the head of the inspector. */
const exchangeMenu: readonly MenuItem[] = [
  'edit-request',
  { title: 'send', items: ['send-as-is', 'send-signed-anew'] },
  'compare-exchanges',
  'compare-with-original',
  'save-exchange',
  'line',
  'pin-exchange',
  'note-exchange',
  {
    title: 'colour',
    items: [
      'colour-red',
      'colour-orange',
      'colour-yellow',
      'colour-green',
      'colour-blue',
      'colour-purple',
      'colour-none',
    ],
  },
  'line',
  { title: 'copy', items: ['copy-curl', 'copy-powershell', 'copy-curl-safely', 'copy-address'] },
  'export-exchange',
  'line',
  'find-trace',
  { title: 'find', items: ['find-user', 'find-status', 'find-verdict'] },
];

export const useExchangeMenu = (): (() => readonly MenuEntry[]) => useMenu(exchangeMenu);
