import { ChevronDown, RotateCw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '#renderer/kit/menu.module.css';
import { useActions } from '#renderer/store/context.tsx';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import styles from './inspector.module.css';

/** Sends the request once more, and shows what comes of it beside what came of it before. */
export const ReplayMenu = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const actions = useActions();
  const { id, channelId, outcome } = summary;
  if (channelId === null || outcome.state === 'malformed' || outcome.state === 'pending') return null;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={`${menu.trigger ?? ''} ${styles.replay ?? ''}`}>
        <RotateCw size={13} aria-hidden /> Replay <ChevronDown size={13} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
          <DropdownMenu.Item className={menu.told} onSelect={() => void actions.replay(id, 'as-is')}>
            <span>Send again as it was</span>
            <span className={menu.telling}>The same bytes, with the credential that it had, stale or not.</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.told} onSelect={() => void actions.replay(id, 're-sign')}>
            <span>Sign again and send</span>
            <span className={menu.telling}>The same request with a new credential of this channel.</span>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
