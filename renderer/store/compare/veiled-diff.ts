import { redact, type Place } from '#shared/channel/redact.ts';
import type { HexHunk, HexHunkLine } from '#shared/compare/hex-hunks.ts';
import type { JsonChange } from '#shared/compare/json-diff.ts';
import { pointerNames } from '#shared/text/json-pointer.ts';
import type { ComparedLine } from '#shared/compare/line-diff.ts';
import type { ShownBytes } from '../inspect/byte-source.ts';
import { placesToVeil, veiledBytes, veilMargin } from '../inspect/veil.ts';
import type { FoldedLines } from './fold-lines.ts';
import { veiledPieces, wordPieces, type PiecePair } from './word-pieces.ts';

/** A change without the places in its texts, which nobody draws. Where something of it is masked, `pieces` tell how the rest differs. */
export type ShownChange = Omit<JsonChange, 'before' | 'after'> & { readonly pieces?: PiecePair };

/** Lines of hex, some bytes of which may not be shown. */
export type ShownHunkLine = Omit<HexHunkLine, 'bytes'> & { readonly bytes: ShownBytes };
export type ShownHunk = { readonly before: readonly ShownHunkLine[]; readonly after: readonly ShownHunkLine[] };

/** A change in which credentials are masked: those that are known, and those under the names of such. */
export const veiledChange = (change: ShownChange, secrets: readonly string[]): ShownChange => {
  const { pointer, fromPointer, inside, from, to } = change;
  const [was, is] = [from, to].map((each) => placesUnder(pointerNames(pointer).at(-1) ?? '', each ?? '', secrets));
  const places = {
    pointer: redact(pointer, secrets),
    inside: inside.map((each) => redact(each, secrets)),
    ...(fromPointer === undefined ? {} : { fromPointer: redact(fromPointer, secrets) }),
  };
  if (!was?.length && !is?.length) return { ...change, ...places };
  const [before, after] = wordPieces(from ?? null, to ?? null);
  const pieces = [veiledPieces(before, was ?? []), veiledPieces(after, is ?? [])] as const;
  return {
    ...change,
    ...places,
    pieces,
    ...(from === undefined ? {} : { from: textOf(pieces[0]) }),
    ...(to === undefined ? {} : { to: textOf(pieces[1]) }),
  };
};

const textOf = (pieces: PiecePair[number]): string => pieces.map(({ text }) => text).join('');

/** What is hidden of a value of JSON that stands under this name. */
const placesUnder = (name: string, source: string, secrets: readonly string[]): readonly Place[] => {
  const field = `"${name}":`;
  return placesToVeil(field + source, secrets)
    .map(([from, to]): Place => [Math.max(0, from - field.length), to - field.length])
    .filter(([, to]) => to > 0);
};

/** Lines in which credentials are masked. */
export const veiledLines = ({ stretches, ...counted }: FoldedLines, secrets: readonly string[]): FoldedLines => {
  const line = (each: ComparedLine | null): ComparedLine | null =>
    each && { ...each, pieces: veiledPieces(each.pieces, placesToVeil(textOf(each.pieces), secrets)) };
  return {
    ...counted,
    stretches: stretches.map((stretch) => ({
      ...stretch,
      pairs: stretch.pairs.map((pair) => ({ ...pair, before: line(pair.before), after: line(pair.after) })),
    })),
  };
};

/** Lines of hex in which the bytes of credentials are not shown; `before` and `after` are all bytes of both bodies. */
export const veiledHunks = (
  hunks: readonly HexHunk[],
  [before, after]: readonly [Uint8Array, Uint8Array],
  secrets: readonly string[],
): readonly ShownHunk[] =>
  hunks.map((hunk) => ({
    before: veiledHexLines(hunk.before, before, secrets),
    after: veiledHexLines(hunk.after, after, secrets),
  }));

const veiledHexLines = (
  lines: readonly HexHunkLine[],
  bytes: Uint8Array,
  secrets: readonly string[],
): readonly ShownHunkLine[] => {
  const start = Math.max(0, (lines[0]?.offset ?? 0) - veilMargin);
  const { offset, bytes: last } = lines.at(-1) ?? { offset: 0, bytes: [] };
  const shown = veiledBytes(bytes.subarray(start, offset + last.length + veilMargin), secrets);
  return lines.map((line) => ({
    ...line,
    bytes: shown.subarray(line.offset - start, line.offset - start + line.bytes.length),
  }));
};
