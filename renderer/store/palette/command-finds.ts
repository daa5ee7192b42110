import { keysText } from '../commands/keys.ts';
import { commandIds, commands, isOffered } from '../commands/registry.ts';
import { find, type FindSource } from './find.ts';

/** Every command that is possible now. */
export const commandFinds: FindSource = (bench, words) =>
  commandIds
    .filter((id) => id !== 'show-palette' && isOffered(id, bench))
    .map((id) => {
      const { group, keys, isOn, run } = commands[id];
      return find({
        id: `command ${id}`,
        kind: 'command',
        title: words.commands.titles[id],
        detail: words.commands.groups[group],
        // The English of its name, whatever the language of the screen.
        also: id.replaceAll('-', ' '),
        aside: keys === null ? '' : keysText(keys, bench.screen.isMac),
        isOn: isOn?.(bench) ?? false,
        run: () => run(bench),
      });
    });
