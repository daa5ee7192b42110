import type { ReactNode } from 'react';
import styles from './three-parts.module.css';

const hues = [styles.one, styles.two, styles.three];

type ThreePartsProps = {
  readonly text: string;
  /** How the last one of three is shown, where that is not as it is. */
  readonly third?: ReactNode;
};

/** A text whose parts between dots keep their hues wherever it is shown. */
export const ThreeParts = ({ text, third }: ThreePartsProps) =>
  text.split('.').map((part, index) => (
    <span key={index}>
      {index > 0 && '.'}
      <span className={hues[index]}>{index === 2 && third ? third : part}</span>
    </span>
  ));
