import { ArrowDown, ArrowUp, TableProperties } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { columnIds, usualColumns, withColumn, withColumnAt, type ColumnId } from '#renderer/store/columns.ts';
import { FocusBack } from '#renderer/kit/focus-back.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './column-menu.module.css';

/** Which columns are shown, and in what order. */
export const ColumnMenu = () => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const columns = useBench(({ view }) => view.remembered.columns);
  const shown = columns.map(({ id }) => id);
  const hidden = columnIds.filter((id) => !shown.includes(id));
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={words.chooseColumns} icon={<TableProperties size={14} aria-hidden />} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.menu}
          aria-label={words.chooseColumns}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <FocusBack />
          <ul>
            {[...shown, ...hidden].map((id) => (
              <Line key={id} id={id} place={shown.indexOf(id)} last={shown.length - 1} />
            ))}
          </ul>
          <div className={styles.foot}>
            <Button look="quiet" onClick={() => actions.changeColumns(usualColumns)}>
              {words.usualColumns}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};

type LineProps = { readonly id: ColumnId; readonly place: number; readonly last: number };

const Line = ({ id, place, last }: LineProps) => {
  const actions = useActions();
  const { traffic: words } = useWords();
  const columns = useBench(({ view }) => view.remembered.columns);
  const name = words.columns[id];
  const move = (to: number) => actions.changeColumns(withColumnAt(columns, id, to));
  return (
    <li className={styles.line}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={place >= 0}
          disabled={id === 'path'}
          onChange={({ target }) => actions.changeColumns(withColumn(columns, id, target.checked))}
        />
        {name}
      </label>
      {place >= 0 && (
        <>
          <IconButton
            label={words.columnBefore(name)}
            icon={<ArrowUp size={14} aria-hidden />}
            disabled={place === 0}
            onClick={() => move(place - 1)}
          />
          <IconButton
            label={words.columnBehind(name)}
            icon={<ArrowDown size={14} aria-hidden />}
            disabled={place === last}
            onClick={() => move(place + 1)}
          />
        </>
      )}
    </li>
  );
};
