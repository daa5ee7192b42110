import { useEffect, useState } from 'react';
import { usePage } from '#renderer/store/context.tsx';
import { fileOfPage } from '#renderer/store/files/given-file.ts';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Milliseconds without a word of what is dragged after which it is gone: it may leave the window without saying so. */
const patience = 500;

/** Takes files that are dropped anywhere on the page, picked, or opened from outside; true while some are held over the page. */
export const useFiles = (): boolean => {
  const { actions, screen } = usePage();
  const [isOver, setOver] = useState(false);
  useEffect(() => screen.files.onFiles((arrival) => void actions.takeFiles(arrival)), [actions, screen]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(timer);
      setOver(false);
    };
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      // Else the browser would leave the page for the file.
      event.preventDefault();
      clearTimeout(timer);
      timer = setTimeout(leave, patience);
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) leave();
    };
    const onDrop = (event: DragEvent): void => {
      leave();
      if (!hasFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      screen.files.remember(files);
      void actions.takeFiles({ use: 'import', files: files.map(fileOfPage) });
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      leave();
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [actions, screen]);
  return isOver;
};
