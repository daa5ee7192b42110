/** A colour as `oklch(L C H)` writes it: lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Linear-light sRGB, each 0 to 1: what is outside of the gamut is cut, as browsers do it. CSS Color 4, "Sample code for color conversions". */
export const linearRgb = ([lightness, chroma, hue]: Oklch): readonly [number, number, number] => {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377773761749 * a + 0.2158037573099136 * b) ** 3;
  const m = (lightness - 0.1055613458156586 * a - 0.0638541728258133 * b) ** 3;
  const s = (lightness - 0.0894841775298119 * a - 1.2914855480194092 * b) ** 3;
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416360759592 * l - 3.3077115392580616 * m + 0.2309699031821044 * s),
    cut(-1.2684379732850317 * l + 2.6097573492876887 * m - 0.3413193760026573 * s),
    cut(-0.0041960761386756 * l - 0.7034186179359362 * m + 1.7076146940746117 * s),
  ];
};

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: Oklch): number => {
  const [red, green, blue] = linearRgb(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio (WCAG 2.2): 1 to 21. */
export const contrast = (one: Oklch, other: Oklch): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
};

/** The colours of each theme by the name of their token, as tokens.css writes them. */
export const themesOf = (css: string): ReadonlyMap<string, ReadonlyMap<string, Oklch>> => {
  const blocks = [...css.matchAll(/\[data-theme='([\w-]+)'\][^{]*\{([^}]*)\}/g)];
  const token = /--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g;
  return new Map(
    blocks.map(([, theme = '', body = '']) => [
      theme,
      new Map(
        [...body.matchAll(token)].map(([, name = '', ...parts]): [string, Oklch] => [
          name,
          [Number(parts[0]), Number(parts[1]), Number(parts[2])],
        ]),
      ),
    ]),
  );
};

const surfaces = ['app', 'pane', 'raised', 'hover', 'pressed', 'field'].map((name) => `surface-${name}`);
const washes = ['accent-wash', 'good-wash', 'bad-wash', 'attention-wash', 'unknown-wash'];
const bubbles = ['bubble-theirs', 'bubble-agent', 'surface-in-bubble'];
const marks = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'].map((name) => `mark-${name}`);
const on = (text: readonly string[], grounds: readonly string[]) =>
  text.flatMap((each) => grounds.map((ground) => [each, ground] as const));

/** What is read, and on what. */
export const textPairs: readonly (readonly [text: string, ground: string])[] = [
  ...on(['text', 'text-soft'], [...surfaces, ...washes, ...bubbles, 'selection']),
  ...on(['text-faint'], [...surfaces, 'accent-wash']),
  ...on(['accent-text'], [...surfaces, ...bubbles, 'accent-wash']),
  ...on(['good', 'bad', 'attention', 'unknown'], [...surfaces, 'accent-wash']),
  ...on(['part-one', 'part-two', 'part-three', 'way-in', 'way-out', 'agent'], [...surfaces, 'accent-wash']),
  ...['good', 'bad', 'attention', 'unknown'].map((tone) => [tone, `${tone}-wash`] as const),
  ['agent', 'bubble-agent'],
  ...on(marks, ['surface-pane', 'surface-raised', 'surface-hover', 'accent-wash']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
];

/** What has to be seen to be used: edges of controls, what is chosen, where the focus is. */
export const controlPairs: readonly (readonly [control: string, ground: string])[] = [
  ...on(['line-strong', 'focus'], surfaces),
  ...on(['accent'], ['surface-app', 'surface-pane', 'surface-raised', 'surface-field', 'accent-wash']),
];

type Need = { readonly text: number; readonly controls: number };

/** The pairs that are too weak, each with its ratio. */
export const weakPairs = (colours: ReadonlyMap<string, Oklch>, { text, controls }: Need): readonly string[] => {
  const weak = (pairs: typeof textPairs, need: number) =>
    pairs.flatMap(([front, ground]) => {
      const [one, other] = [colours.get(front), colours.get(ground)];
      if (!one || !other) return [`${front} on ${ground}: missing`];
      const ratio = contrast(one, other);
      return ratio < need ? [`${front} on ${ground}: ${ratio.toFixed(2)}`] : [];
    });
  return [...weak(textPairs, text), ...weak(controlPairs, controls)];
};
