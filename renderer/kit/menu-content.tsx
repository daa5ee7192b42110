import { DropdownMenu } from 'radix-ui';
import { useState, type ComponentProps } from 'react';
import { FocusBack, isFocusNowhere } from './focus-back.tsx';
import styles from './menu.module.css';

/** What a button opens: lines to choose from. The button has the focus again as soon as it is closed, where nothing else has. */
export const MenuContent = ({ children, ...rest }: ComponentProps<typeof DropdownMenu.Content>) => {
  // The mouse opens it without giving the button the focus.
  const [opener] = useState(openTrigger);
  return (
    <DropdownMenu.Content
      className={styles.menu}
      sideOffset={4}
      collisionPadding={8}
      onCloseAutoFocus={(event) => {
        if (!isFocusNowhere()) event.preventDefault();
      }}
      {...rest}
    >
      <FocusBack to={() => opener} />
      {children}
    </DropdownMenu.Content>
  );
};

const openTrigger = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[aria-haspopup=menu][aria-expanded=true]');
