import { useRef, type ComponentProps } from 'react';
import { Button } from './button.tsx';

type FileButtonProps = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** The kinds of files that are offered, as in `accept` of an input. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
};

/** A button that asks for a file. */
export const FileButton = ({ accept, onFile, children, ...rest }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again, after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
};
