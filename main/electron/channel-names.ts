/** The names under which the preload and the bridge talk. */
export const ipc = {
  call: 'hookbench:call',
  watch: 'hookbench:watch',
  unwatch: 'hookbench:unwatch',
  frame: 'hookbench:frame',
  menu: 'hookbench:menu',
  saveFile: 'hookbench:save-file',
  filesWanted: 'hookbench:files-wanted',
  filesOpened: 'hookbench:files-opened',
  pickFiles: 'hookbench:pick-files',
  rememberFile: 'hookbench:remember-file',
  recentFiles: 'hookbench:recent-files',
  openRecent: 'hookbench:open-recent',
  fullScreen: 'hookbench:full-screen',
} as const;
