import { createFileSecretBox } from '#main/io/file-secret-box.ts';
import { openBench, type OpenBench } from '#main/io/open-bench.ts';
import { productVersion } from './product-files.ts';

/** The bench of a data folder in this process, without a window; `port` overrides the saved one and is not saved. */
export const openHeadless = (folder: string, port?: number): Promise<OpenBench> =>
  openBench({
    folder,
    product: { version: productVersion(), shell: 'served' },
    secrets: createFileSecretBox,
    ...(port === undefined ? {} : { port }),
  });
