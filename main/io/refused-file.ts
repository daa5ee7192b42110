import { fault, HarnessError } from '#shared/contract/fault.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  EACCES: 'it belongs to somebody else, or its rights forbid it',
  EPERM: 'the system forbids it',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'the quota of its disk is used up',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'there is a file of that name, not a folder',
  EISDIR: 'there is a folder of that name, not a file',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EIO: 'its disk does not work',
};

type SystemError = Error & { readonly code: string; readonly syscall: string; readonly path?: string };

const isOfSystem = (error: unknown): error is SystemError =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

/** What the system said about a file or folder, as a refusal that names it; any other error is returned as it is. */
export const refusedFile = (error: unknown, file: string): unknown =>
  isOfSystem(error)
    ? new HarnessError(fault('data.refused', { file, reason: reasons[error.code] ?? error.code }), { cause: error })
    : error;

/** The same for a folder, where the system may name a file in it. */
export const refusedWithin = (error: unknown, folder: string): unknown =>
  refusedFile(error, isOfSystem(error) ? (error.path ?? folder) : folder);
