/** The names under which the preload and the bridge talk. */
export const ipc = {
  call: 'hookbench:call',
  watch: 'hookbench:watch',
  unwatch: 'hookbench:unwatch',
  frame: 'hookbench:frame',
  menu: 'hookbench:menu',
  saveFile: 'hookbench:save-file',
  fullScreen: 'hookbench:full-screen',
} as const;
