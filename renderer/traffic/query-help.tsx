import { CircleQuestionMark } from 'lucide-react';
import { Popover } from 'radix-ui';
import { IconButton } from '#renderer/kit/button.tsx';
import { FocusBack } from '#renderer/kit/focus-back.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { queryHelp } from '#shared/query/help.ts';
import styles from './query-help.module.css';

/** Everything that can be searched for, with an example each that can be tried. */
export const QueryHelp = () => {
  const actions = useActions();
  const { search: words } = useWords();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={words.help} icon={<CircleQuestionMark size={14} aria-hidden />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.help}
          aria-label={words.help}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <FocusBack />
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.helpColumns.name}</th>
                <th scope="col">{words.helpColumns.what}</th>
                <th scope="col">{words.helpColumns.example}</th>
              </tr>
            </thead>
            <tbody>
              {queryHelp.map((line) => (
                <tr key={line.name}>
                  <th scope="row" className={styles.name}>
                    {words.helpName(line)}
                  </th>
                  <td>
                    {words.helpWhat(line)} <span className={styles.takes}>{words.helpTakes(line)}</span>
                  </td>
                  <td>
                    <Popover.Close className={styles.example} onClick={() => actions.addTerm(line.example)}>
                      {line.example}
                    </Popover.Close>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};
