import { useEffect } from 'react';
import { useActions, useBench, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { currentChannel } from '#renderer/store/selectors.ts';
import { commandOf, type Command } from '#renderer/store/shortcuts.ts';
import { voicesOf } from '#renderer/store/voices.ts';
import type { Pane } from '#renderer/store/remember.ts';
import type { Transport } from '#renderer/transport/choose-transport.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** Where each part of the screen takes the focus: the first of these that is there. */
const places: Readonly<Record<Pane, readonly string[]>> = {
  traffic: ['#traffic-list', '#traffic-search'],
  conversation: ['#composer', '#pane-conversation button'],
  inspector: ['#pane-inspector [role=tab][data-state=active]', '#pane-inspector'],
};
const order: readonly Pane[] = ['traffic', 'conversation', 'inspector'];

/** Obeys the keyboard and the native menu: both ask for the same things. */
export const useShortcuts = (onMenu: Transport['onMenu']): void => {
  const actions = useActions();
  const channels = useSession((session) => session.channels);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const { platforms } = useCatalogue();
  const channel = currentChannel(channels, chosen);
  const canSpeak =
    channel !== null &&
    voicesOf(
      channel,
      platforms.find(({ id }) => id === channel.platformId),
    ).length > 0;
  useEffect(() => {
    const show = (pane: Pane, selectors = places[pane]) => {
      actions.showPane(pane);
      // In a narrow window the pane is drawn only now.
      requestAnimationFrame(() => focusFirst(selectors));
    };
    const obey = (command: Command): void => {
      switch (command) {
        case 'new-conversation':
          if (channel && canSpeak) void actions.startConversation(channel.id);
          return show('conversation');
        case 'focus-composer':
          return show('conversation');
        case 'focus-traffic':
          return show('traffic');
        case 'focus-inspector':
          return show('inspector');
        case 'examine-text':
          return actions.showDialog({ kind: 'examine-text' });
        case 'search-traffic':
          return show('traffic', ['#traffic-search']);
        case 'clear-traffic':
          return actions.showDialog({ kind: 'clear-traffic' });
        case 'show-settings':
          return actions.showDialog({ kind: 'settings' });
        case 'show-shortcuts':
          return actions.showDialog({ kind: 'shortcuts' });
        case 'next-part':
          return show(neighbour(1));
        case 'previous-part':
          return show(neighbour(-1));
        default:
          return assertNever(command);
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role=dialog],[role=alertdialog]')) return;
      const command = commandOf(event, isWriting(event.target));
      if (!command) return;
      event.preventDefault();
      obey(command);
    };
    document.addEventListener('keydown', onKeyDown);
    const stopMenu = onMenu(obey);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stopMenu();
    };
  }, [actions, channel, canSpeak, onMenu]);
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const focusFirst = (selectors: readonly string[]): void => {
  const found = selectors.map((each) => document.querySelector<HTMLElement>(each)).find((each) => each !== null);
  found?.focus();
};

const neighbour = (step: 1 | -1): Pane => {
  const current = order.findIndex((pane) => document.querySelector(`#pane-${pane}`)?.contains(document.activeElement));
  const next = current < 0 ? (step > 0 ? 0 : order.length - 1) : (current + step + order.length) % order.length;
  return order[next] ?? 'conversation';
};
