import type { ShellFiles } from '#shared/contract/shell.ts';
import type { FilePort } from '#renderer/store/files/file-port.ts';
import { fileOfBytes } from '#renderer/store/files/given-file.ts';

/** Files in the desktop shell: its dialogs, its menu, and what is opened from outside. */
export const shellFiles = (shell: ShellFiles): FilePort => ({
  pick: shell.pick,
  onFiles: (take) =>
    shell.onOpened(({ use, files, refused }) =>
      take({ use, files: files.map(({ name, bytes }) => fileOfBytes(name, bytes)), refused }),
    ),
  remember: (files) => {
    for (const each of files) shell.remember(each);
  },
  onRecent: shell.onRecent,
  openRecent: shell.openRecent,
});
