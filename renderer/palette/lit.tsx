import styles from './palette.module.css';

/** The text in stretches of letters that are lit or not. */
const stretches = (text: string, places: ReadonlySet<number>): readonly { text: string; isLit: boolean }[] => {
  const out: { text: string; isLit: boolean }[] = [];
  // By code units, as the places are counted; halves of a letter are always lit together.
  for (let at = 0; at < text.length; at += 1) {
    const isLit = places.has(at);
    const last = out.at(-1);
    if (last?.isLit === isLit) last.text += text.charAt(at);
    else out.push({ text: text.charAt(at), isLit });
  }
  return out;
};

/** A text in which the letters that were typed stand out. */
export const Lit = ({ text, places }: { readonly text: string; readonly places: ReadonlySet<number> }) =>
  places.size === 0
    ? text
    : stretches(text, places).map((each, index) =>
        each.isLit ? (
          <mark key={index} className={styles.lit}>
            {each.text}
          </mark>
        ) : (
          each.text
        ),
      );
