/** Whether a text says of itself that it is a bundle. */
export const looksLikeBundle = (text: string): boolean =>
  /^[\s\u{feff}]*\{\s*"format"\s*:\s*"hookbench-bundle"/u.test(text);
