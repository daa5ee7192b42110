import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Tip } from './tooltip.tsx';
import styles from './button.module.css';

type ButtonProps = ComponentProps<'button'> & {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
};

/** A control 28 px high whose label is a verb. */
export const Button = ({ look = 'plain', icon, children, className, ...rest }: ButtonProps) => (
  <button type="button" {...rest} className={classes(styles.button, styles[look], className)}>
    {icon}
    {children}
  </button>
);

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  readonly label: string;
  readonly icon: ReactNode;
  /** The keys that do the same. */
  readonly keys?: string;
};

/** A square control with a picture; its label is spoken, and shown as a tooltip with its keys. */
export const IconButton = ({ label, icon, keys = '', className, ...rest }: IconButtonProps) => (
  <Tip words={label} keys={keys}>
    <button type="button" {...rest} aria-label={label} className={classes(styles.icon, className)}>
      {icon}
    </button>
  </Tip>
);
