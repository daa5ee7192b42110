import { find, type FindSource } from './find.ts';

/** Files that were opened lately. */
export const fileFinds: FindSource = ({ state, screen }) =>
  state.view.recentFiles.map(({ id, name, folder }) =>
    find({
      id: `file ${id}`,
      kind: 'file',
      title: name,
      detail: folder,
      run: () => screen.files.openRecent(id),
    }),
  );
