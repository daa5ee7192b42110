import { menuKeys } from '#shared/contract/shell.ts';
import type { BenchSettings } from '#shared/session/state.ts';
import { steppedZoom } from '../zoom.ts';
import { command, type Command } from './command.ts';

const theme = (theme: BenchSettings['theme'], keys: string | null): Command =>
  command({
    group: 'view',
    keys,
    isOn: ({ state }) => state.view.remembered.theme === theme,
    run: ({ actions }) => actions.changeTheme(theme),
  });

const language = (language: BenchSettings['language']): Command =>
  command({
    group: 'view',
    isOn: ({ state }) => state.view.remembered.language === language,
    run: ({ actions }) => actions.changeLanguage(language),
  });

const zoom = (keys: string, to: (from: number) => number): Command =>
  command({
    group: 'view',
    keys,
    isForDialogs: true,
    isPossible: ({ state }) => to(state.view.remembered.zoom) !== state.view.remembered.zoom,
    run: ({ actions, state }) => actions.rememberZoom(to(state.view.remembered.zoom)),
  });

/** How the page looks. */
export const viewCommands = {
  'wide-traffic': command({
    group: 'view',
    keys: menuKeys['wide-traffic'],
    isPossible: ({ state }) => !state.view.isNarrow,
    isOn: ({ state }) => state.view.remembered.isTrafficWide,
    run: ({ actions, state }) => actions.widenTraffic(!state.view.remembered.isTrafficWide),
  }),
  'list-channels': command({
    group: 'view',
    keys: menuKeys['list-channels'],
    isOn: ({ state }) => state.view.remembered.areChannelsShown,
    run: ({ actions, state }) => actions.showChannels(!state.view.remembered.areChannelsShown),
  }),
  'theme-system': theme('system', menuKeys['theme-system']),
  'theme-light': theme('light', menuKeys['theme-light']),
  'theme-dark': theme('dark', menuKeys['theme-dark']),
  'theme-contrast': theme('contrast', menuKeys['theme-contrast']),
  'language-system': language('system'),
  'language-en': language('en'),
  'language-ko': language('ko'),
  'zoom-in': zoom(menuKeys['zoom-in'], (from) => steppedZoom(from, 1)),
  'zoom-out': zoom(menuKeys['zoom-out'], (from) => steppedZoom(from, -1)),
  'zoom-reset': zoom(menuKeys['zoom-reset'], () => 1),
  'full-screen': command({
    group: 'view',
    isForDialogs: true,
    run: ({ screen }) => screen.toggleFullScreen(),
  }),
};
