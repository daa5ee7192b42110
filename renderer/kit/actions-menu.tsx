import { Check, ChevronRight, Ellipsis } from 'lucide-react';
import { ContextMenu, DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { FocusBack, isFocusNowhere } from './focus-back.tsx';
import { MenuContent } from './menu-content.tsx';
import styles from './menu.module.css';

/** One line of a menu. */
export type MenuEntry = { readonly key: string } & (
  | {
      readonly kind: 'item';
      readonly title: string;
      readonly keys: string;
      /** The token of a colour that it stands for. */
      readonly swatch?: string | undefined;
      /** Null where it stands for no state. */
      readonly isOn: boolean | null;
      readonly isPossible: boolean;
      /** Why it is not, where that has to be said. */
      readonly why: string;
      readonly run: () => void;
    }
  | { readonly kind: 'line' }
  | { readonly kind: 'menu'; readonly title: string; readonly entries: readonly MenuEntry[] }
);

/** The two kinds of menus are made of the same parts. */
type Parts = Pick<
  typeof DropdownMenu,
  'Item' | 'CheckboxItem' | 'ItemIndicator' | 'Separator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'
>;

const Entries = ({ parts, entries }: { readonly parts: Parts; readonly entries: readonly MenuEntry[] }) =>
  entries.map((entry) => <Entry key={entry.key} parts={parts} entry={entry} />);

const Entry = ({ parts: Menu, entry }: { readonly parts: Parts; readonly entry: MenuEntry }) => {
  if (entry.kind === 'line') return <Menu.Separator className={styles.separator} />;
  if (entry.kind === 'menu') {
    const items = entry.entries.filter((each) => each.kind === 'item');
    const isPossible = items.some((each) => each.isPossible);
    return (
      <Menu.Sub>
        <Menu.SubTrigger
          className={styles.item}
          disabled={!isPossible}
          title={isPossible ? undefined : items[0]?.why || undefined}
        >
          <span className={styles.mark} />
          <span className={styles.words}>{entry.title}</span>
          <ChevronRight size={14} aria-hidden />
        </Menu.SubTrigger>
        <Menu.Portal>
          <Menu.SubContent className={styles.menu} sideOffset={2} collisionPadding={8}>
            <Entries parts={Menu} entries={entry.entries} />
          </Menu.SubContent>
        </Menu.Portal>
      </Menu.Sub>
    );
  }
  const { title, keys, swatch, isOn, isPossible, why, run } = entry;
  const inside = (
    <>
      {swatch && <span className={styles.swatch} style={{ background: `var(--${swatch})` }} />}
      <span className={styles.words}>{title}</span>
      <span className={styles.hint}>{keys}</span>
    </>
  );
  const shared = { className: styles.item, disabled: !isPossible, title: why || undefined, onSelect: run };
  if (isOn === null)
    return (
      <Menu.Item {...shared}>
        <span className={styles.mark} />
        {inside}
      </Menu.Item>
    );
  return (
    <Menu.CheckboxItem {...shared} checked={isOn}>
      <span className={styles.mark}>
        <Menu.ItemIndicator>
          <Check size={14} aria-hidden />
        </Menu.ItemIndicator>
      </span>
      {inside}
    </Menu.CheckboxItem>
  );
};

type ActionsProps = { readonly label: string; readonly entries: () => readonly MenuEntry[] };
type ActionsMenuProps = ActionsProps & { /** Left out: three dots. */ readonly icon?: ReactNode };

/** A button that opens a menu; its entries are made when it opens. */
export const ActionsMenu = ({ label, entries, icon = <Ellipsis size={16} aria-hidden /> }: ActionsMenuProps) => {
  const [shown, setShown] = useState<readonly MenuEntry[]>([]);
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(opens) => opens && setShown(entries())}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={label} icon={icon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end" aria-label={label}>
          <Entries parts={DropdownMenu} entries={shown} />
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

type ContextActionsProps = ActionsProps & { readonly children: ReactNode };

/** The same menu where something is clicked on with the other button of the mouse, or by the key for menus. */
export const ContextActions = ({ label, entries, children }: ContextActionsProps) => {
  const [shown, setShown] = useState<readonly MenuEntry[]>([]);
  return (
    <ContextMenu.Root modal={false} onOpenChange={(opens) => opens && setShown(entries())}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className={styles.menu}
          collisionPadding={8}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            if (!isFocusNowhere()) event.preventDefault();
          }}
        >
          <FocusBack />
          <Entries parts={ContextMenu} entries={shown} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
};
