import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the page asks for as soon as it runs is fetched and compiled while its first script is. */
const preloadParts = (...names: readonly string[]): Plugin => ({
  name: 'preload-parts',
  transformIndexHtml: (_, { bundle }) =>
    Object.keys(bundle ?? {})
      .filter((file) => file.endsWith('.js') && names.some((name) => file.startsWith(`assets/${name}-`)))
      .map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head' as const,
      })),
});

/** The window or tab. Fonts stay files: the page's CSP allows none that is inlined. */
const page: UserConfig = {
  root: here('renderer'),
  base: './',
  plugins: [react(), preloadParts('registry', 'bot-scripts')],
  build: { outDir: here('dist/page'), emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
};

/**
 * The desktop shell, the command line and the starter: Node modules, with the packages left outside, but for those that are hundreds of
 * small files: to open each of them took half of the time of a start.
 */
const main: UserConfig = {
  publicDir: false,
  ssr: { noExternal: ['typebox', 'jose'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('dist/main'),
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: {
        electron: here('main/electron/entry.ts'),
        hookbench: here('main/cli/entry.ts'),
        start: here('main/cli/start.ts'),
      },
      external: ['electron'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

/** A sandboxed preload has to be one CommonJS file. */
const preload: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('dist/main'),
    emptyOutDir: false,
    rolldownOptions: {
      input: { preload: here('main/electron/preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

const configs: Readonly<Record<string, UserConfig>> = { page, main, preload };

export default defineConfig(({ mode }) => configs[mode] ?? page);
