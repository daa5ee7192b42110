import { GripVertical, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { Button, IconButton } from './button.tsx';
import { inPlaceOf, keyOf } from './item-keys.ts';
import { useNextFocus } from './next-focus.ts';
import { useReorder, withMoved } from './reorder.ts';
import styles from './item-list.module.css';

type ItemListProps<Item extends object> = {
  readonly label: string;
  readonly items: readonly Item[];
  /** What one is called: “Button 2”. */
  readonly nameOf: (place: number) => string;
  /** What the button says that adds one. */
  readonly addWords: string;
  readonly blank: (count: number) => Item;
  /** What to say where there is none. */
  readonly none?: string;
  readonly onChange: (items: readonly Item[]) => void;
  readonly children: (item: Item, change: (item: Item) => void, place: number) => ReactNode;
};

/** Things in an order, each with fields of its own: added, taken out, moved by a handle. */
export const ItemList = <Item extends object>(props: ItemListProps<Item>) => {
  const { label, items, nameOf, addWords, blank, none = '', onChange, children } = props;
  const { reorder: words, remove } = useWords().kit;
  const { list, news, item, handle } = useReorder<HTMLOListElement>({
    keys: items.map(keyOf),
    nameOf,
    move: (from, to) => onChange(withMoved(items, from, to)),
  });
  const { place: frame, focusNext } = useNextFocus<HTMLFieldSetElement>();
  return (
    <fieldset ref={frame} className={styles.list}>
      <legend className="only-heard">{label}</legend>
      {items.length === 0 && none !== '' && <p className={styles.none}>{none}</p>}
      <ol ref={list} className={styles.items}>
        {items.map((each, place) => (
          <li key={keyOf(each)} {...item(place)} className={styles.item} aria-label={nameOf(place)}>
            <button
              type="button"
              {...handle(place)}
              className={styles.grip}
              data-holds-place
              aria-label={words.move(nameOf(place))}
              aria-description={words.keys}
              title={words.drag}
            >
              <GripVertical size={14} aria-hidden />
            </button>
            <div className={styles.fields}>
              {children(each, (changed) => onChange(items.with(place, inPlaceOf(each, changed))), place)}
            </div>
            <IconButton
              label={remove(nameOf(place))}
              icon={<X size={14} aria-hidden />}
              onClick={() => {
                focusNext(gripOf(place), gripOf(place - 1), ':scope > [data-adds]');
                onChange(items.toSpliced(place, 1));
              }}
            />
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        icon={<Plus size={14} aria-hidden />}
        data-adds
        onClick={() => {
          focusNext(`${itemAt(items.length)} :is(input, textarea, select)`);
          onChange([...items, { ...blank(items.length) }]);
        }}
      >
        {addWords}
      </Button>
      <div className="only-heard" role="status">
        {news}
      </div>
    </fieldset>
  );
};

const itemAt = (place: number): string => `:scope > ol > [data-place="${String(place)}"]`;

const gripOf = (place: number): string => `${itemAt(place)} > [data-holds-place]`;
