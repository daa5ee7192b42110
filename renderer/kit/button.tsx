import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Tip } from './tooltip.tsx';
import styles from './button.module.css';

type Explained = {
  /** The keys that do the same. */
  readonly keys?: string;
  /** Why it cannot be used now: it stays in sight and says so. Empty where it can. */
  readonly why?: string;
};

/** A button that cannot be used, and that can still be reached to read why. */
const unusable = { 'aria-disabled': true, onClick: undefined } as const;

type ButtonProps = ComponentProps<'button'> &
  Explained & {
    readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
    readonly icon?: ReactNode;
    /** What its words do not say. */
    readonly tip?: string;
  };

/** A control 28 px high whose label is a verb. */
export const Button = ({ look = 'plain', icon, tip, keys, why, children, className, ...rest }: ButtonProps) => {
  const button = (
    <button
      type="button"
      {...rest}
      {...(why ? unusable : {})}
      className={classes(styles.button, styles[look], className)}
    >
      {icon}
      {children}
    </button>
  );
  // Where there may be something to say it is drawn so from the beginning: drawn anew, the button would lose the focus.
  return why === undefined && tip === undefined ? (
    button
  ) : (
    <Tip words={why || (tip ?? '')} {...(keys === undefined ? {} : { keys })} isRead>
      {button}
    </Tip>
  );
};

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> &
  Explained & {
    readonly label: string;
    readonly icon: ReactNode;
  };

/** A square control with a picture; its label is spoken, and shown as a tooltip with its keys. */
export const IconButton = ({ label, icon, keys = '', why = '', className, ...rest }: IconButtonProps) => (
  <Tip words={why === '' ? label : why} keys={why === '' ? keys : ''} isRead={why !== ''}>
    <button
      type="button"
      {...rest}
      {...(why === '' ? {} : unusable)}
      aria-label={label}
      className={classes(styles.icon, className)}
    >
      {icon}
    </button>
  </Tip>
);
