import type { FileUse, RecentFile } from '#shared/contract/shell.ts';
import type { Arrival, FilePort } from '#renderer/store/files/file-port.ts';
import { fileOfPage } from '#renderer/store/files/given-file.ts';

/** How many files a tab remembers. */
const mostRecent = 10;

/**
 * Files in a tab: the browser asks for them. What was opened is remembered for this visit only, because a page may not read a file again
 * that nobody gave it.
 */
export const tabFiles = (): FilePort => {
  const takers = new Set<(arrival: Arrival) => void>();
  const listeners = new Set<(recent: readonly RecentFile[]) => void>();
  let given: readonly File[] = [];

  const recent = (): readonly RecentFile[] => given.map(({ name }) => ({ id: name, name, folder: '' }));
  const remember = (files: readonly File[]): void => {
    const names = new Set(files.map(({ name }) => name));
    given = [...files, ...given.filter(({ name }) => !names.has(name))].slice(0, mostRecent);
    for (const tell of listeners) tell(recent());
  };
  const give = (use: FileUse, files: readonly File[]): void => {
    if (files.length === 0) return;
    remember(files);
    for (const take of takers) take({ use, files: files.map(fileOfPage) });
  };

  return {
    pick: (use) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.addEventListener('change', () => give(use, [...(input.files ?? [])]));
      input.click();
    },
    onFiles: (take) => {
      takers.add(take);
      return () => takers.delete(take);
    },
    remember,
    onRecent: (tell) => {
      listeners.add(tell);
      tell(recent());
      return () => listeners.delete(tell);
    },
    openRecent: (id) => {
      const found = given.find(({ name }) => name === id);
      if (found) give('open', [found]);
    },
  };
};
