import { useState, type DragEvent } from 'react';

const hasFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** A place that takes files which are dropped on it: `place` is for its element. */
export const useFileDrop = (onFile: (file: File) => void) => {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    place: {
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        setOver(false);
        if (!hasFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      },
    },
  };
};
