import { withoutEntities } from '#shared/export/entities.ts';

/** Readings in readings. */
const deepest = 4;

/** What a text says where it is read as percent-encoded, as XML, as a string of JSON, and as each of these within the others. */
export const looseReadings = (text: string): readonly string[] => {
  const found = new Set<string>();
  let fresh: readonly string[] = [text];
  for (let depth = 0; depth < deepest && fresh.length > 0; depth += 1) {
    const read = fresh.flatMap((each) => [withoutPercent(each), withoutEntities(each), withoutEscapes(each)]);
    fresh = [...new Set(read)].filter((each) => each !== text && !found.has(each));
    for (const each of fresh) found.add(each);
  }
  return [...found];
};

const withoutPercent = (text: string): string =>
  text.includes('%')
    ? text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) =>
        new TextDecoder('utf-8').decode(
          Uint8Array.from(run.match(/[\da-f]{2}/gi) ?? [], (digits) => Number.parseInt(digits, 16)),
        ),
      )
    : text;

const withoutEscapes = (text: string): string =>
  text.includes('\\')
    ? text
        .replaceAll(/\\u([\da-f]{4})/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
        .replaceAll(/\\(["\\/])/g, '$1')
    : text;
