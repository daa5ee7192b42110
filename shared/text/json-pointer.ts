/** The names on the way that a JSON Pointer tells (RFC 6901 §4), unescaped; none for the whole value. */
export const pointerNames = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The JSON Pointer (RFC 6901 §3) of what stands under this name, or as this item, in what `parent` points to. */
export const pointerTo = (parent: string, name: string): string =>
  `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
