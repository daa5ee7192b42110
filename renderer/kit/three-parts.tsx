import styles from './three-parts.module.css';

const hues = [styles.one, styles.two, styles.three];

/** A text whose parts between dots keep their hues wherever it is shown. */
export const ThreeParts = ({ text }: { readonly text: string }) =>
  text.split('.').map((part, index) => (
    <span key={index}>
      {index > 0 && '.'}
      <span className={hues[index]}>{part}</span>
    </span>
  ));
