import { ChevronDown, RotateCw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import styles from './head.module.css';

/** Sends the request once more, and shows what comes of it beside what came of it before. */
export const ReplayMenu = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const actions = useActions();
  const { replay: words } = useWords().inspector;
  const readOnly = useReadOnly();
  const { id, channelId, outcome } = summary;
  if (channelId === null || outcome.state === 'malformed' || outcome.state === 'pending') return null;
  if (readOnly !== '')
    return (
      <Button look="quiet" className={styles.replay} why={readOnly} icon={<RotateCw size={13} aria-hidden />}>
        {words.menu}
      </Button>
    );
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={classes(menu.trigger, styles.replay)} aria-label={words.menu}>
        <RotateCw size={13} aria-hidden /> <span className={styles.replayWord}>{words.menu}</span>{' '}
        <ChevronDown size={13} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          <DropdownMenu.Item className={menu.told} onSelect={() => void actions.replay(id, 'as-is')}>
            <span>{words.asIs}</span>
            <span className={menu.telling}>{words.asIsHint}</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.told} onSelect={() => void actions.replay(id, 're-sign')}>
            <span>{words.signed}</span>
            <span className={menu.telling}>{words.signedHint}</span>
          </DropdownMenu.Item>
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
