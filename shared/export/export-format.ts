import { Type, type Static } from 'typebox';

/** The forms in which captured traffic can be written: for programs (har, curl, postman), for people (markdown, html), and safe to share (bundle). */
export const ExportFormat = Type.Union([
  Type.Literal('har'),
  Type.Literal('curl'),
  Type.Literal('postman'),
  Type.Literal('markdown'),
  Type.Literal('html'),
  Type.Literal('bundle'),
]);
export type ExportFormat = Static<typeof ExportFormat>;

/** Those that hold conversations and no exchanges. */
export const isTranscript = (format: ExportFormat): boolean => format === 'markdown' || format === 'html';

export type Shell = 'posix' | 'powershell';

/** The media type of a file of this form. */
export const mediaTypeOf = (format: ExportFormat): string => mediaTypes[format];

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  har: 'application/json',
  curl: 'text/plain; charset=utf-8',
  postman: 'application/json',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  bundle: 'application/json',
};

/** How the name of a file of this form ends. */
export const extensionOf = (format: ExportFormat, shell: Shell): string =>
  format === 'curl' ? (shell === 'posix' ? 'curl.sh' : 'curl.ps1') : extensions[format];

const extensions: Readonly<Record<Exclude<ExportFormat, 'curl'>, string>> = {
  har: 'har',
  postman: 'postman_collection.json',
  markdown: 'md',
  html: 'html',
  bundle: 'hookbench',
};
