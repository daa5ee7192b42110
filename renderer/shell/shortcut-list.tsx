import { Sheet } from '#renderer/kit/sheet.tsx';
import type { CommandGroup } from '#renderer/store/commands/command.ts';
import { writtenKeys } from '#renderer/store/commands/keys.ts';
import { pageKeys } from '#renderer/store/commands/page-keys.ts';
import { commandIds, commands } from '#renderer/store/commands/registry.ts';
import { useActions, useBench, usePage } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './shortcut-list.module.css';

type Line = { readonly id: string; readonly does: string; readonly keys: readonly string[] };

/** What the keyboard can do. */
export const ShortcutList = () => {
  const actions = useActions();
  const { screen } = usePage();
  const words = useWords();
  const isOpen = useBench(({ view }) => view.dialog?.kind === 'shortcuts');
  if (!isOpen) return null;
  const { titles, groups, inPlace } = words.commands;
  const lines = commandIds.flatMap((id) => {
    const { group, keys } = commands[id];
    return keys === null ? [] : [{ id, group, does: titles[id], keys: writtenKeys(keys, screen.isMac) }];
  });
  return (
    <Sheet title={words.shell.top.shortcuts} close={() => actions.showDialog(null)}>
      {/* A place to stop at, so that the arrow keys scroll it. */}
      <div className={styles.list} tabIndex={0} role="region" aria-label={words.shell.top.shortcuts}>
        {(Object.keys(groups) as readonly CommandGroup[]).map((group) => (
          <Section key={group} title={groups[group]} lines={lines.filter((line) => line.group === group)} />
        ))}
        <Section
          title={inPlace}
          lines={pageKeys.map(({ does, keys }) => ({ id: does, does: words.shortcuts[does], keys }))}
        />
      </div>
    </Sheet>
  );
};

const Section = ({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {lines.map(({ id, does, keys }) => (
          <div key={id} className={styles.line}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
