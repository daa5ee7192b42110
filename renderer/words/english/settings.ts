export const settings = {
  title: 'Settings',
  save: 'Save',
  startedOnPort: (port: number) => `This time it was started on port ${String(port)}.`,
  thisHookbench: 'This Hookbench',
  dataFolder: 'Data folder',
  copyDataFolder: 'Copy the data folder',
  secrets: 'Secrets',
  secretsKept: { sealed: 'Sealed by the system', file: 'In a file that only you can read' },
  version: 'Version',
  versionIn: (version: string, shell: string) => `${version}, ${shell}`,
  shells: { desktop: 'desktop app', served: 'served page' },
};
