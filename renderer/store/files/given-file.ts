import { fault, HarnessError } from '#shared/contract/fault.ts';
import { looksLikeBundle } from '#shared/export/looks-like-bundle.ts';

/** A file as somebody gave it to the page: picked, dropped, or opened from outside. */
export type GivenFile = {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its beginning as text: enough to tell what it is. */
  readonly begin: () => Promise<string>;
  /** All of it. Refuses with `data.unreadable`. */
  readonly read: () => Promise<Uint8Array>;
};

/** What a file says of itself that it is; traffic where it says nothing. */
export type FileKind = 'bundle' | 'channel' | 'traffic';

export type KnownFile = { readonly file: GivenFile; readonly kind: FileKind };

const beginning = 4096;

/** A file as a browser gives it. */
export const fileOfPage = (file: Pick<File, 'name' | 'size' | 'slice' | 'arrayBuffer'>): GivenFile => {
  const read = async (part: Pick<Blob, 'arrayBuffer'>): Promise<Uint8Array> => {
    try {
      return new Uint8Array(await part.arrayBuffer());
    } catch (error) {
      const unreadable = fault('data.unreadable', { file: file.name, reason: 'it was changed or taken away' });
      throw new HarnessError(unreadable, { cause: error });
    }
  };
  return {
    name: file.name,
    size: file.size,
    begin: async () => new TextDecoder().decode(await read(file.slice(0, beginning))),
    read: () => read(file),
  };
};

/** A file whose bytes are here already. */
export const fileOfBytes = (name: string, bytes: Uint8Array): GivenFile => ({
  name,
  size: bytes.byteLength,
  begin: async () => new TextDecoder().decode(bytes.subarray(0, beginning)),
  read: async () => bytes,
});

/** Looks into a file as far as it has to. */
export const known = async (file: GivenFile): Promise<KnownFile> => ({ file, kind: kindOf(await file.begin()) });

const kindOf = (begin: string): FileKind => {
  if (looksLikeBundle(begin)) return 'bundle';
  return /^[\s\u{feff}]*\{\s*"hookbench"\s*:\s*"channel"/u.test(begin) ? 'channel' : 'traffic';
};
